SELECT county_id, name, code
FROM county
ORDER BY county_id;
