/** Of the coverage page: colours that are told apart in grey too, one column on a phone, paper without links. */
export const COVERAGE_STYLE = `
:root{--page:#f8f3e8;--surface:#fffcf5;--ink:#1b1a2b;--soft:#575260;--line:#ddd2bb;--track:#e6dcc6;--link:#8a1a12;
--reviewed:#1d5a35;--attested:#34468c;--draft:#d99a1c;--rejected:#96190f;--spelt:#34468c;--spoken:#8f9fd0;color-scheme:light}
@media(prefers-color-scheme:dark){:root{--page:#12131f;--surface:#1b1c2c;--ink:#f3ecdc;--soft:#c0b8bd;--line:#34354a;
--track:#2f3044;--link:#ffa994;--reviewed:#6fcf8f;--attested:#8fa2f0;--draft:#f2bd3a;--rejected:#ff8d78;--spelt:#8fa2f0;
--spoken:#4f5f9e;color-scheme:dark}}
*{box-sizing:border-box}
html{font:1rem/1.6 "Rong Sans","Noto Sans",system-ui,"Segoe UI",Roboto,sans-serif;color:var(--ink);background:var(--page)}
body{max-width:68rem;margin:0 auto;padding:1rem}
h1{font-size:1.6rem;line-height:1.4;margin:.5rem 0}
h2{font-size:1.25rem;line-height:1.4;margin:2rem 0 .25rem;border-top:3px solid var(--attested);padding-top:.6rem}
h3{font-size:1.05rem;margin:1.2rem 0 .3rem}
.en{color:var(--soft);font-weight:400;font-size:.85em}
p{max-width:46rem;margin:.3rem 0 .6rem}
a{color:var(--link)}
nav ul{display:flex;flex-wrap:wrap;gap:.2rem 1.1rem;padding:0;list-style:none}
nav a{display:inline-block;padding:.35rem 0}
table{border-collapse:collapse;width:100%;background:var(--surface);border:1px solid var(--line)}
th,td{padding:.35rem .5rem;text-align:left;vertical-align:top;border-bottom:1px solid var(--line);font-weight:400;overflow-wrap:anywhere}
thead th{font-weight:700;font-size:.9rem}
td.number,th.number{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
tbody th .en{display:block}
.scroll{overflow-x:auto}
.bar{display:block;width:100%;height:.85rem;margin:.35rem 0}
.matrix{table-layout:fixed}
.matrix td .bar{height:.5rem;margin:.15rem 0 0}
.matrix th:first-child{width:34%}
.bars th{width:30%}.bars td.number{width:6.5rem}
.track{fill:var(--track)}.reviewed{fill:var(--reviewed)}.attested{fill:var(--attested)}.draft{fill:var(--draft)}
.rejected{fill:var(--rejected)}.spelt{fill:var(--spelt)}.spoken{fill:var(--spoken)}.full{fill:var(--attested)}
.legend{display:flex;flex-wrap:wrap;gap:.2rem 1.2rem;padding:0;margin:.4rem 0;list-style:none;font-size:.9rem}
.legend svg{width:.9rem;height:.9rem;vertical-align:-.1rem;margin-right:.35rem}
details{margin:.5rem 0;background:var(--surface);border:1px solid var(--line);padding:.4rem .7rem}
summary{cursor:pointer;font-weight:700;padding:.3rem 0}
details table{border:0}
code{font-size:.85em}
@media(max-width:40rem){
.bars thead{display:none}.bars tr{display:grid;grid-template-columns:1fr auto;border-bottom:1px solid var(--line)}
.bars th,.bars td{border:0;width:auto!important;padding-bottom:0}.bars td.chart{grid-column:1/3;order:3;padding-top:0}
.matrix th,.matrix td{padding:.3rem .25rem;font-size:.85rem}.matrix th:first-child{width:32%}
.matrix thead th{overflow-wrap:normal;font-size:.75rem}
.gaps thead{display:none}.gaps tr{display:block;border-bottom:1px solid var(--line);padding:.3rem 0}
.gaps th,.gaps td{display:block;border:0;padding:.05rem .3rem}
.gaps td:empty{display:none}.gaps td[data-label]::before{content:attr(data-label) ": ";color:var(--soft)}
}
@media print{
html{font-size:9.5pt;background:#fff;color:#000}body{padding:0;max-width:none}nav{display:none}
details::details-content{content-visibility:visible;block-size:auto}
h2,h3{break-after:avoid}tr{break-inside:avoid}a{color:inherit;text-decoration:none}.bar,.legend svg{print-color-adjust:exact;-webkit-print-color-adjust:exact}
}
`
