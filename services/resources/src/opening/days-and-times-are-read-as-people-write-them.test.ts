import { formatClockTime, parseClockTime } from "./clockTime";
import { formatWeekdays, parseWeekdays } from "./weekdays";

test.each([
  ["MO,TU", "MO,TU"],
  ["2SA,-1TH", "2SA,-1TH"],
  ["+1FR", "1FR"],
  ["monday", "MO"],
  ["Monday - Friday", "MO,TU,WE,TH,FR"],
  ["Monday-Friday", "MO,TU,WE,TH,FR"],
  ["Sunday - Saturday", "SU,MO,TU,WE,TH,FR,SA"],
  ["Friday-Monday", "FR,SA,SU,MO"],
  ["Mon - Tue & Thur - Fri", "MO,TU,TH,FR"],
  ["Monday, Wed-Thur", "MO,WE,TH"],
  ["Mon, Tue, Thur, Fri", "MO,TU,TH,FR"],
  ["Second Saturday", "2SA"],
  ["2nd & 4th Wednesday", "2WE,4WE"],
  ["Last Thursday of each month", "-1TH"],
  ["First, second, and fourth Tuesday of the month", "1TU,2TU,4TU"],
])("days: %s", (text, byday) => {
  expect(formatWeekdays(parseWeekdays(text) ?? [])).toBe(byday);
});

test.each([
  "",
  "9:00AM",
  "weekdays",
  "Monday-Thursday (Closes daily noon to 1pm)",
  "Monday -",
  "- Monday",
  "Second",
  "Second Saturday - Sunday",
  "Monday - second Friday",
  "0MO",
  "6MO",
  "Nights",
  "WEEKLY",
])("no days: %s", (text) => {
  expect(parseWeekdays(text)).toBeNull();
});

test.each([
  ["09:00", "09:00", null],
  ["9:00AM", "09:00", null],
  ["12:00AM", "00:00", null],
  ["12:30 p.m.", "12:30", null],
  ["5pm", "17:00", null],
  ["10:00:00", "10:00", null],
  ["24:00", "24:00", null],
  ["09:00-05:00", "09:00", -300],
  ["09:00+0530", "09:00", 330],
  ["14:00Z", "14:00", 0],
  ["0800", "08:00", null],
])("time: %s", (text, clock, offset) => {
  const time = parseClockTime(text);
  expect(time && [formatClockTime(time.minutes), time.offset]).toEqual([clock, offset]);
});

test.each(["", "9", "25:00", "24:01", "09:60", "13:00PM", "0:30AM", "noon", "24 hours", "2024-01-01", "Monday"])(
  "no time: %s",
  (text) => {
    expect(parseClockTime(text)).toBeNull();
  },
);
