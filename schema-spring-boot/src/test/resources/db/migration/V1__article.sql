CREATE TABLE article (id bigint CONSTRAINT item_pkey PRIMARY KEY, name varchar(200) NOT NULL);
INSERT INTO article VALUES (1, 'one');
