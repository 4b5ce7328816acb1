#!/usr/bin/env bash
# Deploys a version of the platform, and ends with an error where it does not come up:
#   ./deploy.sh production [VERSION]
# Infrastructure first, then the migration, then the services. It needs kubectl, psql and terraform.
set -euo pipefail
cd "$(dirname "$0")"

environment=${1:?usage: ./deploy.sh production|staging [VERSION]}
version=${2:-$(cat VERSION)}
registry=${SPARC_REGISTRY:-registry.sparc.example}
timeout=${SPARC_ROLLOUT_TIMEOUT:-300s}
case $environment in
  production) namespace=sparc-prod context=sparc-production replicas=2 ;;
  staging) namespace=sparc-staging context=sparc-staging replicas=1 ;;
  *) echo "There is no environment $environment." >&2 && exit 2 ;;
esac

# A workflow has the kubeconfig as the content of a secret.
if [ -n "${KUBECONFIG_CONTENT:-}" ]; then
  KUBECONFIG=$(mktemp)
  export KUBECONFIG
  trap 'rm -f "$KUBECONFIG"' EXIT
  printf '%s' "$KUBECONFIG_CONTENT" > "$KUBECONFIG"
fi
kubectl=(kubectl --context "$context" --namespace "$namespace")
mapfile -t services < kubernetes/services.txt

# Where the state is kept, PG_CONN_STR says; staging has no infrastructure of its own.
if [ -d "infra/terraform/environments/$environment" ]; then
  echo "Infrastructure: image_tag=$version"
  terraform -chdir="infra/terraform/environments/$environment" init -input=false -no-color > /dev/null
  terraform -chdir="infra/terraform/environments/$environment" apply -input=false -no-color -auto-approve -var="image_tag=$version"
fi

if [ -f "migrations/$version.sql" ] && [ -n "${SPARC_DATABASE_URL:-}" ]; then
  echo "Migration: $version"
  psql --no-psqlrc --quiet --single-transaction --set=ON_ERROR_STOP=1 --dbname="$SPARC_DATABASE_URL" --file="migrations/$version.sql"
fi

for service in "${services[@]}"; do
  sed -e "s|SERVICE|$service|g" -e "s|IMAGE|$registry/$service:$version|g" -e "s|REPLICAS|$replicas|g" kubernetes/service.yaml
  echo ---
done | "${kubectl[@]}" apply -f -

failed=()
for service in "${services[@]}"; do
  "${kubectl[@]}" rollout status "deployment/$service" --timeout="$timeout" || failed+=("$service")
done
if [ ${#failed[@]} -gt 0 ]; then
  echo "$version does not come up: ${failed[*]}." >&2
  exit 1
fi
echo "$version is deployed to $environment."
