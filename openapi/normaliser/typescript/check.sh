#!/bin/sh
# Compiles the TypeScript normaliser with the compiler of the generated client and runs the test vectors, where both are
# at hand. Build folder: target/normaliser of the client.
cd "$(dirname "$0")" || exit 1
tsc=../../client-typescript/node_modules/.bin/tsc
build=../../client-typescript/target/normaliser

if ! command -v node >/dev/null 2>&1 || [ ! -x "$tsc" ]; then
    echo "TypeScript normaliser: NOT checked (no Node.js or no TypeScript compiler on this machine)."
    exit 0
fi
mkdir -p "$build" || exit 1
echo '{"type": "module"}' >"$build/package.json"
"$tsc" --strict --target es2022 --module nodenext --moduleResolution nodenext --lib es2022 \
    --outDir "$build" normaliser.ts && node check.mjs "$build/normaliser.js"
