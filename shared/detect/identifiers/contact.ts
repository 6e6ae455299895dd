// Ways to reach a person: email, web address, network address, handle. A web address of a public body
// names a document more often than a person, so it waits for a look.
import { check, numberDetector, suggested, type Judgement } from "./number-rule.ts";

const PUBLIC =
  /(?:^|\.)(?:gov\.uk|nhs\.uk|police\.uk|parliament\.uk|ac\.uk|gov\.scot|gov\.wales|europa\.eu|coe\.int|legislation\.gov\.uk|bailii\.org|nspcc\.org\.uk|scie\.org\.uk|rcpch\.ac\.uk)(?:[/:]|$)/i;
const SOCIAL =
  /(?:facebook|fb|instagram|tiktok|twitter|x|snapchat|youtube|linkedin|onlyfans|reddit|vinted|gofundme|justgiving)\.(?:com|co\.uk|me)/i;

const domain = (url: string): string => url.replace(/^[a-z]+:\/\//i, "").replace(/^www\./i, "");

function judgeUrl(url: string): Judgement {
  if (PUBLIC.test(domain(url)))
    return { ...check(0.25, "Web address of a public body"), identifier: "quasi" };
  return suggested(
    SOCIAL.test(url) ? 0.97 : 0.85,
    SOCIAL.test(url) ? "Web address of a profile" : "Web address",
  );
}

export const contact = numberDetector(
  "identifier/contact",
  "1",
  "Email, web and network addresses and user names.",
  [
    {
      category: "email",
      wordy: true,
      trigger: /@|\[at\]|\(at\)/g,
      pattern:
        /(?<![A-Za-z0-9._%+-])[A-Za-z0-9][A-Za-z0-9._%+'-]{0,63}(?:@| ?\[at\] ?| ?\(at\) ?)[A-Za-z0-9][A-Za-z0-9.-]{0,120}\.[A-Za-z]{2,24}(?![A-Za-z0-9])/g,
      judge: () => suggested(0.99, "Email address"),
    },
    {
      category: "email",
      wordy: true,
      trigger: /[[(]dot[\])]/gi,
      pattern:
        /(?<![A-Za-z0-9._%+-])[A-Za-z0-9][A-Za-z0-9._%+-]{0,63} ?(?:@|[[(]at[\])]) ?[A-Za-z0-9-]{1,60}(?:(?:\.| ?[[(]dot[\])] ?)[A-Za-z0-9-]{1,30}){1,4}/gi,
      judge: () => suggested(0.97, "Email address, spelt out"),
    },
    {
      category: "url",
      wordy: true,
      trigger: /https?:\/\/|www\./gi,
      pattern: /(?<![A-Za-z0-9@.])(?:https?:\/\/|www\.)[^\s<>"')\]]{3,400}/gi,
      judge(match) {
        const trimmed = match[0].replace(/[.,;:!?]+$/, "");
        return { ...judgeUrl(trimmed), to: trimmed.length };
      },
    },
    {
      category: "url",
      wordy: true,
      trigger:
        /\.(?:com|org|net|co|gov|nhs|sch|ac|police|me|ltd|info|ie|eu|wales|scot|cymru|london|example)\b|\.(?:be|ly|gg|gl|ee|tv|io|me|app|link)\//gi,
      // Anchored on the ending and read backwards: looking for a name before every dot costs the most.
      pattern:
        /(?<=(?<![A-Za-z0-9@./-])([a-z0-9-]{2,40}(?:\.[a-z0-9-]{2,40}){0,2}))\.(?:(?:co|org|gov|nhs|sch|ac|police|me|ltd|net)\.uk|com|org|net|info|ie|eu|wales|scot|cymru|london|example|(?:be|ly|gg|gl|ee|tv|io|me|app|link)(?=\/\w))(?:\/[^\s<>"')\]]{0,200})?(?![A-Za-z0-9-])/gi,
      judge(match) {
        const trimmed = match[0].replace(/[.,;:!?]+$/, "");
        return { ...judgeUrl(match[1]! + trimmed), from: -match[1]!.length, to: trimmed.length };
      },
    },
    {
      category: "ip",
      pattern:
        /(?<![\d.])(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)\.){3}(?:25[0-5]|2[0-4]\d|1?\d?\d)(?![\d]|\.\d)(?::\d{2,5}(?!\d))?/g,
      judge(match, near) {
        const named = /\bip\b|address|log(?:ged|in)|router|server/.test(near.before(48));
        const outline = /(?:section|paragraph|para|version|v)\.? ?$/.test(near.before(12));
        if (outline) return null;
        const small = match[0].split(".").every((part) => part.length === 1);
        if (small && !named) return null;
        return named || match[0].length > 10
          ? suggested(named ? 0.97 : 0.8, "Network (IP) address")
          : check(0.4, "Has the shape of a network (IP) address");
      },
    },
    {
      category: "ip",
      pattern: /(?<![0-9A-Fa-f:])(?:[0-9A-Fa-f]{1,4}:){7}[0-9A-Fa-f]{1,4}(?![0-9A-Fa-f:])/g,
      judge: () => suggested(0.97, "Network (IP) address"),
    },
    {
      category: "ip",
      // Shortened by "::", as logs print them.
      pattern:
        /(?<![0-9A-Za-z:.])(?:[0-9A-Fa-f]{1,4}:){1,6}(?::[0-9A-Fa-f]{1,4}){1,6}(?![0-9A-Za-z:])/g,
      judge: () => suggested(0.95, "Network (IP) address"),
    },
    {
      category: "ip",
      pattern:
        /(?<![0-9A-Za-z:-])(?:[0-9A-Fa-f]{2}([:-]))(?:[0-9A-Fa-f]{2}\1){4}[0-9A-Fa-f]{2}(?![0-9A-Za-z:-])/g,
      judge: (match) =>
        /[A-Fa-f]/.test(match[0]) || match[1] === ":"
          ? suggested(0.95, "Address of a device on a network (MAC)")
          : null,
    },
    {
      category: "handle",
      pattern: /(?<![A-Za-z0-9._@/#-])[A-Za-z][A-Za-z0-9._]{1,31}#\d{4}(?![\w#])/g,
      judge: () => suggested(0.9, "User name with its number, as chat services give it"),
    },
    {
      category: "handle",
      wordy: true,
      trigger: /@/g,
      pattern: /(?<![A-Za-z0-9._@/])@[A-Za-z0-9_][A-Za-z0-9._]{1,40}(?<!\.)(?![A-Za-z0-9])/g,
      judge: () => suggested(0.95, "User name on a social network"),
    },
    {
      category: "reference",
      wordy: true,
      trigger:
        /\.(?:docx?|pdf|xlsx?|pptx?|msg|eml|rtf|csv|txt|jpe?g|png|heic|mp[34]|mov|wav|zip)\b/gi,
      pattern:
        /(?<![\p{L}\p{N}._@/-])[\p{L}\p{N}](?:[\p{L}\p{N}_.-]|\(\d{1,3}\)|%20){2,80}\.(?:docx?|pdf|xlsx?|pptx?|msg|eml|rtf|csv|txt|jpe?g|png|heic|mp[34]|mov|wav|zip)(?![\p{L}\p{N}])/giu,
      judge: (match) =>
        /[_\d]|[a-z][A-Z]/.test(match[0].slice(0, -4))
          ? suggested(0.75, "Name of a file: it often holds a name or a number")
          : check(0.4, "Name of a file: it often holds a name or a number"),
    },
    {
      category: "handle",
      wordy: true,
      trigger: /_/g,
      pattern:
        /(?<![\p{L}\p{N}._@/-])(?=[a-z0-9._]{4,32}(?![\p{L}\p{N}_@/-]))[a-z][a-z0-9]*(?:\.[a-z0-9]+)*_[a-z0-9]+(?:[._][a-z0-9]+)*/gu,
      judge: () => suggested(0.85, "Has the form of a user name"),
    },
    {
      category: "handle",
      wordy: true,
      pattern:
        /\b(?:user ?name|handle|screen name|gamer ?tag|profile name|account name|snapchat|instagram|insta|tiktok|kik|xbox|discord|twitter)(?: (?:account|name|handle|profile|id|is|was|of|called|the|under|user))*[ :]*["']?([A-Za-z][A-Za-z0-9]*[._\d][A-Za-z0-9._-]{1,40})/gi,
      judge(match) {
        const name = match[1]!.replace(/[.,]+$/, "");
        if (name.length < 4 || /^\d|\.(?:com|co)/.test(name)) return null;
        const from = match[0].length - match[1]!.length;
        return {
          ...suggested(0.9, "User name, called one in the text"),
          from,
          to: from + name.length,
        };
      },
    },
  ],
);
