INSERT INTO item (id, name) VALUES (3, 'quartz');
