#!/usr/bin/env bash
# Makes sure that the browser tests have a Chromium: an installed one, else Debian's; without either, npm's serves them.
set -euo pipefail
for name in chromium-headless-shell chromium chromium-browser google-chrome; do
  if command -v "$name" >/dev/null; then
    exit 0
  fi
done
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
  apt-get update -qq || true
  # The one without windows takes a third less time over the journeys.
  for package in chromium-headless-shell chromium; do
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$package" >/dev/null && exit 0
  done
fi
echo "Aucun Chromium installé : les tests utiliseront celui du paquet npm @sparticuz/chromium." >&2
