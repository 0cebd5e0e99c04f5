/** What `bulkhead help` prints. */
export const USAGE_TEXT = `Usage: npm run -s bulkhead -- <command> [options]

  margin <book.json>       every figure of a book: equity, margin, liquidation and bankruptcy prices
      --csv                one row a position, in place of JSON
  run <scenario.json>      plays a scenario as set, all isolated and all cross
      --walls <w>          as-set, all-isolated, all-cross, several with commas, or all (the default)
      --to <tick>          stops after this tick
      --events             every event, one JSON object a line, in place of the summary
      --funding            every funding payment, one JSON object a line, in place of the summary
      --hash               the fingerprints of the prices and of the events, in place of the summary
      --csv                one row a twin and position, in place of JSON
  diff <scenario.json>     the same scenario under two sets of rules: who dies first, and which rule decides
      --b <rules>          the other rules: the id of a built-in set, or a Rules document
      --a <rules>          the first rules, in place of the scenario's own
      --walls <w>          as-set (the default), all-isolated or all-cross
      --lower-leverage     orders above the leverage limit are opened with the limit, not refused
  compare <a> <b>          two scenarios, two branches of one or any: where they part, equity and events at the same tick
      --walls <w>          as-set (the default), all-isolated or all-cross
      --to <tick>          stops after this tick; at the end of the shorter tape unless said
  incident <scenario.json>    the liquidations of a run, numbered; of one the whole report: why, who, where the money went
      --walls <w>          as-set (the default), all-isolated or all-cross
      --number <n>         the report on this one, or --all: on each
      --to <tick>          plays no further
      --savers             with what would have prevented it, found by playing again (takes its time)
      --try <k>            in place of the report: the scenario with the k-th of these made
  explain <document> <figure> how a figure of a book or a scenario comes about: position.liquidation?leg=<leg>
      --list               every figure there is, with its value (those that begin with <figure>)
      --at <tick>          of a scenario: the moment, the last tick unless said
      --walls <w>          of a scenario: as-set (the default), all-isolated or all-cross
      --as <form>          text (the default), latex, spreadsheet or json
      --separator <s>      of a spreadsheet: , (the default) or ; for one that writes 0,5
  link <scenario.json>     the scenario as the fragment of an address, to be put after the page's
      --view <v>           the screen it opens on: simulate (the default), calculate or report
      --tick <tick>        where the cursor stands
      --open <link>        the other way: the scenario of a link (address, fragment, or - for standard input)
  calc <name> <inputs.json>   one calculation, forwards or backwards: profit, liquidation price, size, margin, …
      --list               every calculator (or <name>): its fields with their units, and what it finds from what
      --explain            with the formulas of the results, in symbols and in numbers
  venues [<id>]            the built-in rules with their dates; with an id, one of them as a Rules document
  rules [<id>]             the same
  tapes                    the built-in prices a scenario can name
  tape <file…>             price files as the screen reads them (CSV, JSON, zip, gz): what was found in each, and together
      --instrument <name>  of all of them; from the files unless said
      --kind <k>           mark, index, last or funding; guessed unless said
      --bar <length>       of bars made of single trades: 1s, 1m (the default), 4h, 1d
      --zone <offset>      of times without a zone: +02:00; --summer EU or US: an hour more in summer
      --out <form>         report (the default), json (a Tape document), csv, or scenario (one without trades on these files)
  make <document>          the prices a scenario, or its \`tape\` alone, stands for: made by a model, a script, from other prices
      --out <form>         json (a Tape document, the default), csv, or hash
  calibrate <document>     fits a model to the prices of a scenario or a price file, and shows how well it fits
      --model <m>          gbm, merton, kou, heston, garch, gjr, regimes or ou
      --instruments <s>    with commas; all unless said
      --out <form>         report (the default), or source: the fitted model, for \`make\` and as the tape of a scenario
  load <venue> <symbol…>   prices from an exchange: the only command that uses the network; BTCUSDT=BTC gives another name
      --series <s>         candles (the default), mark, index, funding, volatility; several with commas
      --bar <length>       1h (the default), 1m, 4h, 1d: what the venue has
      --from <day>         first day, UTC; --to: the day it ends before, now unless said
      --market <m>         of venues that have several
      --out <form>         tape (a Tape document, the default), scenario (one without trades), csv (of one series), report
      --tiers              in place of prices: the margin tiers of a symbol as a Rules document
      --list               the venues and what they serve; after a venue its instruments
      --base <address>     asked in place of the venue
  schema <name>            JSON Schema of a document: scenario, rules, tape, book, calc
  check <name> <file>      reads a document and says what is wrong with it
  help                     this text

A document is a path, or - for standard input. Results go to standard output, messages to standard error.
Exit code 0: done. 1: the input was refused, one line a problem with its JSON path. 2: the command line was not understood.
`
