/** What all of them give, in their order. @throws the first failure, once every one of them is over */
export async function allSettled<T>(works: readonly Promise<T>[]): Promise<T[]> {
  const settled = await Promise.allSettled(works);
  const failed = settled.find((item) => item.status === 'rejected');
  if (failed) throw failed.reason;
  return settled.map((item) => (item as PromiseFulfilledResult<T>).value);
}
