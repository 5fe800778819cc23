/** SQL for the select list: the intake hours, holidays and crisis numbers of the program `p` as JSON arrays. */
export const intakeSql = `
  (SELECT coalesce(jsonb_agg(jsonb_build_object('weekday', h.weekday, 'opens', left(h.opens::text, 5),
     'closes', left(h.closes::text, 5)) ORDER BY h.weekday, h.opens), '[]')
   FROM intake_hours h WHERE h.program_id = p.id) AS "intakeHours",
  (SELECT coalesce(jsonb_agg(d.day ORDER BY d.day), '[]') FROM intake_holiday d WHERE d.program_id = p.id) AS "holidays",
  (SELECT coalesce(jsonb_agg(jsonb_build_object('name', n.name, 'number', n.number, 'description', n.description)
     ORDER BY n.position), '[]')
   FROM crisis_number n WHERE n.program_id = p.id) AS "crisisNumbers"`;
