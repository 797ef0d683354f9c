CREATE TABLE customers (
    id    uuid DEFAULT gen_random_uuid() PRIMARY KEY,
    email varchar(320) NOT NULL UNIQUE
);

CREATE TABLE orders (
    id          uuid DEFAULT gen_random_uuid() PRIMARY KEY,
    customer_id uuid NOT NULL REFERENCES customers,
    status      varchar(10) NOT NULL,
    CHECK (status IN ('open', 'paid'))
);
