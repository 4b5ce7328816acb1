/** `3 min 20 s`. */
export function formatDuration(seconds: number | undefined): string | null {
  if (seconds === undefined) return null;
  const whole = Math.round(seconds);
  const [hours, minutes, rest] = [Math.floor(whole / 3600), Math.floor((whole % 3600) / 60), whole % 60];
  const words = [
    [hours, 'h'],
    [minutes, 'min'],
    [rest, 's'],
  ] as const;
  return (
    words
      .filter(([count]) => count > 0)
      .slice(0, 2)
      .map(([count, unit]) => `${count} ${unit}`)
      .join(' ') || '0 s'
  );
}
