#!/usr/bin/env bash
# Fetches the times of earlier rollbacks and drills, which the newest run of the default branch has left as an artifact. Estimates,
# and "Last" in the table of recovery times, come from them. A rollback goes on without them.
set -uo pipefail
command -v gh > /dev/null || { echo "::warning::This runner has no gh, so the times of earlier rollbacks are not read." && exit 0; }
# A fork's run may have left an artifact of the same name.
run=$(gh api "repos/$GITHUB_REPOSITORY/actions/artifacts?name=rollback-history&per_page=100" --jq \
  '[.artifacts[] | select((.expired | not) and .workflow_run.head_branch == env.BRANCH and .workflow_run.head_repository_id == .workflow_run.repository_id)] | first | .workflow_run.id // empty')
if [ -n "$run" ] && gh run download "$run" --repo "$GITHUB_REPOSITORY" --name rollback-history --dir .rollback; then
  echo "Read the times of $(wc -l < .rollback/history.jsonl) earlier rollbacks and drills."
else
  echo "No earlier rollback or drill is known."
fi
