DELETE FROM statistic
WHERE statistic_id > :last;
