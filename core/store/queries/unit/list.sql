SELECT unit_id, code, name, type, unit_group, successor, registered_on, retired_on, position
FROM unit
ORDER BY unit_id;
