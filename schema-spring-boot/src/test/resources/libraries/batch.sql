INSERT INTO item (id, name) VALUES (4, 'batch');
