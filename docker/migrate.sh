#!/bin/sh
# Prepares the database once and brings every service's schema to its head. Safe to run again, and beside another one.
set -eu
python3 -m lapa_kit.migrate --prepare gateway users pets orders location payments chat media notifications analytics
for service in /srv/services/*/; do
    if [ -d "$service/migrations" ]; then
        echo "migrating $(basename "$service")"
        (cd "$service" && python3 -m lapa_kit.migrate)
    fi
done
