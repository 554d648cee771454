SELECT max(position)
FROM fact;
