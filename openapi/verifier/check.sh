#!/bin/sh
# Type-checks the verifier with the compiler of the generated client, where both are at hand.
cd "$(dirname "$0")" || exit 1
tsc=../client-typescript/node_modules/.bin/tsc

if ! command -v node >/dev/null 2>&1 || [ ! -x "$tsc" ]; then
    echo "Ledger verifier: NOT type-checked (no Node.js or no TypeScript compiler on this machine)."
    exit 0
fi
"$tsc" --project tsconfig.json && echo "Ledger verifier: type-checked."
