#!/bin/sh
# Type-checks the two faces where Node.js and the TypeScript compiler of the generated client are at hand.
cd "$(dirname "$0")" || exit 1
tsc=../openapi/client-typescript/node_modules/.bin/tsc

if ! command -v node >/dev/null 2>&1 || [ ! -x "$tsc" ]; then
    echo "Web: bundled, NOT type-checked (no Node.js or no TypeScript compiler on this machine)."
    exit 0
fi
# The types of the libraries lie packed beside them.
for library in lit-html echarts zrender; do
    tar xzf "target/libraries/$library/META-INF/.more.tgz" -C "target/libraries/$library/META-INF" || exit 1
done
if "$tsc" --noEmit --project tsconfig.json; then
    echo "Web: bundled and type-checked."
else
    echo "Web: the pages do not type-check." >&2
    exit 1
fi
