#!/bin/sh
# Six revisions of one report go into a fresh store; its log, the diff of each step and an HTML report come out.
# Every command is printed as you would type it, then run. `make demo` puts revtrack on the path and calls this.
set -eu
cd "$(dirname "$0")/.."

run() {
    printf '\n$'
    for word; do
        case $word in
            *\'*) printf ' "%s"' "$word" ;;
            *[!A-Za-z0-9_./:=@-]*) printf " '%s'" "$word" ;;
            *) printf ' %s' "$word" ;;
        esac
    done
    printf '\n'
    "$@"
}

article=north-korea-troops
rm -rf build/demo
mkdir -p build/demo

run revtrack init build/demo
printf '\n$ export REVTRACK_STORE=build/demo\n'
export REVTRACK_STORE=build/demo

tab=$(printf '\t')
tail -n +2 "seeds/$article/revisions.tsv" | while IFS=$tab read -r file time by note source; do
    run revtrack add "seeds/$article/$file" --as "$article" --at "$time" --by "$by" -m "$note" --source "$source"
done

run revtrack log "$article"
for step in 1 2 3 4 5; do
    run revtrack diff "$article" "$step" $((step + 1))
done
run revtrack diff "$article" first latest
run revtrack diff "$article" first latest --format html -o build/demo/report.html
printf '\nOpen build/demo/report.html in a browser to see the changes in the text.\n'
