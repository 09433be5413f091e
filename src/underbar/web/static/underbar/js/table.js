// The morning table on this phone: the plan of one named day for every answer, as the engine gave it.

/** What the answers bring on that day: { html, gym, headline }; null where the table has no word on it. */
export function lookUp(table, day, said, offset) {
  const found = table.days.find((one) => one.day === day);
  if (!found || said.seen || !inTime(found.in_time, said, new Date(Date.now() + offset))) return null;
  const { axes } = found;
  const side = axes.side.indexOf(said.side || null);
  const band = said.sleep === null ? axes.bands.length
    : axes.bands.findIndex(([low, high]) => low <= said.sleep && said.sleep <= high);
  const place = [
    [axes.ache.indexOf(said.ache), axes.ache.length],
    [said.ache && side >= 0 ? side : axes.side.length - 1, axes.side.length],
    [axes.stiff.indexOf(said.stiff === "right" ? "left" : said.stiff || null), axes.stiff.length],
    [Number(said.painkiller), 2],
    [axes.marks.findIndex(([flare, ill]) => flare === said.flare && ill === said.ill), axes.marks.length],
    [band, axes.bands.length + 1],
  ];
  if (place.some(([at]) => at < 0)) return null;
  const plan = found.plans[found.index[place.reduce((sum, [at, size]) => sum * size + at, 0)]];
  const [html, gym, headline, reasons] = plan;
  const night = (text) => text.replaceAll("{night}", spoken(said.sleep));
  const told = night(found.headlines[headline]);
  const whys = reasons.map((number) => night(found.reasons[number]));
  return { html: filled(found.html[html], told, whys), gym: found.gym[gym], headline: told };
}

/** Whether the morning is one that the table knows: a later check-in is judged by the server. */
function inTime({ noon, after_waking: most, day_start: first }, said, now) {
  const minute = now.getHours() * 60 + now.getMinutes();
  if (minute < first) return false;
  if (!said.woke) return minute < noon;
  const [hours, minutes] = said.wokeAt.split(":").map(Number);
  const since = said.woke === "earlier" ? minute - (hours * 60 + minutes) : Number(said.woke);
  return since >= 0 && since <= most;
}

function filled(html, headline, whys) {
  const kept = document.createElement("template");
  kept.innerHTML = html;
  const heading = kept.content.querySelector("h1");
  if (!heading) return html;
  heading.textContent = headline;
  if (whys.length && !kept.content.querySelector(".stop-text")) {
    const why = document.createElement("details");
    why.className = "why";
    why.append(Object.assign(document.createElement("summary"), { textContent: "Why" }));
    const list = Object.assign(document.createElement("ul"), { className: "reasons" });
    list.append(...whys.map((said) => Object.assign(document.createElement("li"), { textContent: said })));
    why.append(list);
    heading.after(why);
  }
  return kept.innerHTML;
}

function spoken(minutes) {
  if (minutes === null) return "";
  const rest = minutes % 60;
  return rest ? `${Math.floor(minutes / 60)} h ${String(rest).padStart(2, "0")}` : `${Math.floor(minutes / 60)} h`;
}
