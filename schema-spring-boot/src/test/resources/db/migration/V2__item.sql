ALTER TABLE article RENAME TO item;
