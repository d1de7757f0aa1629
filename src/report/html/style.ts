/**
 * The page's one style sheet. Its hash stands in the Content-Security-Policy, so no other style can run.
 * Text colors have a contrast of at least 4.5:1 and graphic colors 3:1 on their ground (WCAG 2.1 AA).
 */
export const style = `
:root{--ink:#1c2733;--soft:#4a5866;--line:#c9d2da;--ground:#fff;--panel:#f3f6f8;--accent:#0f4c75;--good:#1d7a5f;--bad:#b5432a;--middle:#6b7785;--both:#8a6d1d}
*{box-sizing:border-box}
body{margin:0;background:var(--ground);color:var(--ink);font:1rem/1.55 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif}
.skip{position:absolute;left:-999rem}.skip:focus{left:1rem;top:1rem;background:#fff;padding:.5rem 1rem;border:2px solid var(--accent)}
header,main,footer{max-width:64rem;margin:0 auto;padding:0 1.5rem}
header{padding-top:2rem}h1{font-size:2rem;line-height:1.2;margin:0 0 .5rem}
h2{font-size:1.4rem;margin:2.25rem 0 .5rem;padding-top:1rem;border-top:1px solid var(--line)}h3{font-size:1.1rem;margin:2rem 0 .25rem}
p{max-width:46rem}.soft,figcaption{color:var(--soft)}a{color:var(--accent)}
nav ul{display:flex;flex-wrap:wrap;gap:.25rem 1.25rem;padding:0;list-style:none}
.lead{font-size:1.15rem;border-left:4px solid var(--accent);padding:.25rem 0 .25rem 1rem;margin:1.5rem 0}
.cards{display:grid;grid-template-columns:repeat(auto-fit,minmax(13.5rem,1fr));gap:1rem;padding:0;list-style:none}
.card{background:var(--panel);border-radius:.5rem;padding:1rem 1.25rem}.card h3{margin:0;font-size:1rem}
.card p{margin:.1rem 0;font-size:.92rem;color:var(--soft)}
.card .figure{font-size:2.4rem;font-weight:650;line-height:1.15;margin:.25rem 0;color:var(--accent);font-variant-numeric:tabular-nums}
.scroll{overflow-x:auto}table{border-collapse:collapse;width:100%;margin:.75rem 0 1rem;font-variant-numeric:tabular-nums}
caption{text-align:left;color:var(--soft);padding:.25rem 0;max-width:46rem}
th,td{text-align:left;padding:.4rem .75rem .4rem 0;border-bottom:1px solid var(--line);vertical-align:middle}
thead th{font-size:.9rem;color:var(--soft);vertical-align:bottom}td.number,th.number{text-align:right}
tbody th{font-weight:500}tr.group th{font-weight:650}tr.child th{padding-left:1.25rem}.picture{display:block;max-width:100%}
.axis{stroke:var(--line);stroke-width:1}.reference{stroke:var(--middle);stroke-width:1.5;stroke-dasharray:3 3}
.range{stroke:var(--accent);stroke-width:3}.range.end{stroke-width:2}.dot{fill:var(--accent);stroke:#fff;stroke-width:1.5}
.part-positive,.part-promoters{fill:var(--good)}.part-negative,.part-detractors{fill:var(--bad)}.part-neutral,.part-passives{fill:#a9b4be}.part-mixed{fill:var(--both)}.part-answers{fill:var(--middle)}.part-weight{fill:var(--accent)}
.key{display:inline-block;width:.8rem;height:.8rem;border-radius:.15rem;margin-right:.35rem;vertical-align:-.05rem}
.key.positive{background:var(--good)}.key.negative{background:var(--bad)}.key.neutral{background:#a9b4be}.key.mixed{background:var(--both)}.key.answers{background:var(--middle)}.key.weight{background:var(--accent)}
ul.keys{display:flex;flex-wrap:wrap;gap:.25rem 1.25rem;padding:0;list-style:none;font-size:.92rem}
.quotes{display:grid;grid-template-columns:repeat(auto-fit,minmax(18rem,1fr));gap:1rem;padding:0;list-style:none}
.quotes li{background:var(--panel);border-radius:.5rem;border-left:5px solid var(--middle);padding:.75rem 1rem;overflow-wrap:anywhere}
.quotes li.positive{border-color:var(--good)}.quotes li.negative{border-color:var(--bad)}.quotes li.mixed{border-color:var(--both)}
.quotes q{quotes:"\\201d" "\\201d"}.quotes p{margin:.35rem 0 0;font-size:.9rem;color:var(--soft)}
.notice{background:#fff6e0;border:1px solid #8a6d1d;border-radius:.5rem;padding:.5rem 1rem}
footer{color:var(--soft);font-size:.92rem;border-top:1px solid var(--line);margin-top:3rem}
@media print{body{font-size:10pt}nav,.skip{display:none}h2,h3{break-after:avoid}.card,.quotes li,tr{break-inside:avoid}.card,.quotes li{border:1px solid var(--line)}*{print-color-adjust:exact;-webkit-print-color-adjust:exact}header,main,footer{max-width:none;padding:.25rem 0}}
@media (max-width:40rem){header,main,footer{padding-left:1rem;padding-right:1rem}h1{font-size:1.6rem}}
`

/** `sha256-...` of `style`; a test computes it anew and tells the right value. */
export const styleHash = 'sha256-dVKj3+qyx3qzbEKjEq01YMO08RRwhCfgLtLdYp8LM3s='
