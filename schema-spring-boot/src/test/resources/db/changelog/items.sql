--liquibase formatted sql

--changeset plinth:1
CREATE TABLE article (id bigint CONSTRAINT item_pkey PRIMARY KEY, name varchar(200) NOT NULL);
INSERT INTO article VALUES (1, 'one');

--changeset plinth:2
ALTER TABLE article RENAME TO item;
