#!/usr/bin/env bash
# Makes sure that the browser tests have a Chromium: an installed one, else the one that npm brought, else Debian's.
set -euo pipefail
for name in chromium chromium-browser google-chrome; do
  if command -v "$name" >/dev/null; then
    exit 0
  fi
done
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
  apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium >/dev/null && exit 0
fi
echo "Aucun Chromium installé : les tests utiliseront celui du paquet npm @sparticuz/chromium." >&2
