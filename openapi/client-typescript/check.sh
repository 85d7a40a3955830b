#!/bin/sh
# Type-checks the generated client, and a small program that uses it, where Node.js and npm are at hand.
cd "$(dirname "$0")" || exit 1

if ! command -v node >/dev/null 2>&1 || ! command -v npm >/dev/null 2>&1; then
    echo "TypeScript client: generated, NOT type-checked (no Node.js and npm on this machine)."
    exit 0
fi

# npm ci runs once for each lock file; a machine without network keeps what it has.
if ! cmp -s package-lock.json node_modules/.checked-lock.json; then
    if ! npm ci --no-audit --no-fund --loglevel=error; then
        echo "TypeScript client: generated, NOT type-checked (npm could not fetch the TypeScript compiler)."
        exit 0
    fi
    cp package-lock.json node_modules/.checked-lock.json
fi

if node_modules/.bin/tsc --noEmit --project tsconfig.json; then
    echo "TypeScript client: generated and type-checked (tsc $(node_modules/.bin/tsc --version | cut -d' ' -f2))."
else
    echo "TypeScript client: the generated code does not type-check." >&2
    exit 1
fi

# The normaliser for phones is TypeScript too, and borrows this compiler.
sh ../normaliser/typescript/check.sh || exit 1

# So does the client of blind tickets.
sh ../blind-tickets/typescript/check.sh || exit 1

# So does the verifier of the ledger of ratings.
sh ../verifier/check.sh
