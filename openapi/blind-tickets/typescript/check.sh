#!/bin/sh
# Compiles the client of blind tickets with the compiler of the generated client and runs the vector of RFC 9474, where both
# are at hand. Build folder: target/blind-tickets of the client.
cd "$(dirname "$0")" || exit 1
tsc=../../client-typescript/node_modules/.bin/tsc
build=../../client-typescript/target/blind-tickets

if ! command -v node >/dev/null 2>&1 || [ ! -x "$tsc" ]; then
    echo "TypeScript blind tickets: NOT checked (no Node.js or no TypeScript compiler on this machine)."
    exit 0
fi
mkdir -p "$build" || exit 1
echo '{"type": "module"}' >"$build/package.json"
"$tsc" --strict --target es2022 --module nodenext --moduleResolution nodenext --lib es2022,dom \
    --outDir "$build" blind-ticket.ts && node check.mjs "$build/blind-ticket.js"
