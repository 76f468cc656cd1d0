#!/usr/bin/env bash
# Browser tests use Debian's chromium: install it where apt may, else say in one line what to install; the rest runs anyway.
set -u
command -v chromium >/dev/null || command -v chromium-browser >/dev/null || command -v google-chrome >/dev/null && exit 0
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
  echo "Installing chromium for the browser tests …"
  { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium fonts-dejavu-core; } >/dev/null 2>&1
fi
command -v chromium >/dev/null || echo "chromium is missing: browser tests are skipped; install it with: apt-get install chromium"
exit 0
