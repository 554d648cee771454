SELECT unit_id, place, alias
FROM unit_alias
ORDER BY unit_id, place;
