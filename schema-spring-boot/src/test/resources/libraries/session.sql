INSERT INTO item (id, name) VALUES (2, 'session');
