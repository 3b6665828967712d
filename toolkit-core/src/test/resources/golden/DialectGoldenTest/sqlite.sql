-- 6.1 inserting

INSERT INTO products (product_no, name, price) VALUES (?, ?, ?);

INSERT INTO products (product_no, name, price) VALUES (?, ?, ?);

INSERT INTO products (name, price, product_no) VALUES (?, ?, ?);

INSERT INTO products (product_no, name) VALUES (?, ?);

INSERT INTO products (product_no, name) VALUES (?, ?);

-- ORM-SQL-UNSUPPORTED-STATEMENT: cannot write a value for SQLite
--   Found:    DEFAULT
--   Fix:      leave the column out of the statement
--   More:     docs/errors.md#orm-sql-unsupported-statement

INSERT INTO products DEFAULT VALUES;

INSERT INTO products (product_no, name, price) VALUES (?, ?, ?), (?, ?, ?), (?, ?, ?);

INSERT INTO products (product_no, name, price) SELECT new_products.product_no, new_products.name, new_products.price FROM new_products WHERE new_products.release_date = CAST('today' AS text);

-- 6.2 updating

UPDATE products SET price = ? WHERE price = ?;

UPDATE products SET price = price * ?;

UPDATE mytable SET a = ?, b = ?, c = ? WHERE a > ?;

-- 6.3 deleting

DELETE FROM products WHERE price = ?;

DELETE FROM products;

-- 6.4 returning

INSERT INTO users (firstname, lastname) VALUES (?, ?) RETURNING id;

UPDATE products SET price = price * ? WHERE price <= ? RETURNING name, price AS new_price;

DELETE FROM products WHERE obsoletion_date = CAST('today' AS text) RETURNING product_no, name, price, obsoletion_date;

-- 6.4 returning both rows

-- ORM-SQL-UNSUPPORTED-STATEMENT: cannot merge into "products p"
--   Found:    a database without MERGE
--   Fix:      insert(…).onConflict(…).doUpdate(…), or an update and an insert
--   More:     docs/errors.md#orm-sql-unsupported-statement

-- ORM-SQL-UNSUPPORTED-STATEMENT: cannot write "OLD" of column "price"
--   Found:    a database that has nothing of the kind
--   More:     docs/errors.md#orm-sql-unsupported-statement

-- 7.1 overview

SELECT table1.a, table1.b, table1.c FROM table1;

SELECT table1.a, table1.b + table1.c FROM table1;

SELECT 3 * 4;

SELECT random() < 2;

-- 7.2 joins

SELECT t1.num, t1.name, t2.num, t2.value FROM t1 CROSS JOIN t2;

SELECT t1.num, t1.name, t2.num, t2.value FROM t1 JOIN t2 ON t1.num = t2.num;

SELECT num, t1.name, t2.value FROM t1 JOIN t2 USING (num);

SELECT num, t1.name, t2.value FROM t1 NATURAL JOIN t2;

SELECT t1.num, t1.name, t2.num, t2.value FROM t1 LEFT JOIN t2 ON t1.num = t2.num;

SELECT num, t1.name, t2.value FROM t1 LEFT JOIN t2 USING (num);

SELECT t1.num, t1.name, t2.num, t2.value FROM t1 RIGHT JOIN t2 ON t1.num = t2.num;

SELECT t1.num, t1.name, t2.num, t2.value FROM t1 FULL JOIN t2 ON t1.num = t2.num;

SELECT t1.num, t1.name, t2.num, t2.value FROM t1 LEFT JOIN t2 ON t1.num = t2.num AND t2.value = ?;

SELECT t1.num, t1.name, t2.num, t2.value FROM t1 LEFT JOIN t2 ON t1.num = t2.num WHERE t2.value = ?;

-- 7.2 aliases

SELECT s.num, s.name, a.num, a.value FROM t1 AS s JOIN t2 AS a ON s.num = a.num;

SELECT mother.id, mother.mother_id, mother.name, child.id, child.mother_id, child.name FROM people AS mother JOIN people AS child ON mother.id = child.mother_id;

SELECT a.a, a.b, b.a, b.b FROM my_table AS a CROSS JOIN my_table AS b;

SELECT b.a, b.b, b.c, b.d FROM (my_table AS a CROSS JOIN my_table) AS b (a, b, c, d);

SELECT a.a, a.b FROM my_table AS a JOIN foo AS b ON a.b = b.fooid;

-- 7.2 subqueries

SELECT alias_name.a, alias_name.b, alias_name.c FROM (SELECT table1.a, table1.b, table1.c FROM table1) AS alias_name;

-- ORM-SQL-UNSUPPORTED-STATEMENT: cannot write a source for SQLite
--   Found:    names of columns behind an alias
--   Fix:      a named query: cte(name, columns)
--   More:     docs/errors.md#orm-sql-unsupported-statement

-- 7.2 table functions

-- ORM-SQL-UNSUPPORTED-STATEMENT: cannot write a source for SQLite
--   Found:    a function with columns of its own
--   Fix:      text("… json_each(?)")
--   More:     docs/errors.md#orm-sql-unsupported-statement

-- ORM-SQL-UNSUPPORTED-STATEMENT: cannot write a source for SQLite
--   Found:    a function with columns of its own
--   Fix:      text("… json_each(?)")
--   More:     docs/errors.md#orm-sql-unsupported-statement

-- ORM-TYPE-REFUSED-TYPE: cannot keep type "name" in SQLite
--   Found:    a type of java.lang.String that SQLite does not know
--   Expected: numbers, texts, bytes, times, uuid, boolean or JSON
--   Fix:      say what stands for it: type.withVariant("sqlite", SqlTypes.TEXT.as(…))
--   More:     docs/errors.md#orm-type-refused-type

-- ORM-SQL-UNSUPPORTED-STATEMENT: cannot write a source for SQLite
--   Found:    a function with columns of its own
--   Fix:      text("… json_each(?)")
--   More:     docs/errors.md#orm-sql-unsupported-statement

-- 7.2 lateral

-- ORM-SQL-UNSUPPORTED-STATEMENT: cannot write a source for SQLite
--   Found:    LATERAL
--   Fix:      a scalar subquery, or a join over a group
--   More:     docs/errors.md#orm-sql-unsupported-statement

SELECT foo.fooid, foo.foosubid, foo.fooname, foo.bar_id, bar.id, bar.word FROM foo, bar WHERE bar.id = foo.bar_id;

-- ORM-TYPE-REFUSED-TYPE: cannot keep type "point" in SQLite
--   Found:    a type of java.lang.String that SQLite does not know
--   Expected: numbers, texts, bytes, times, uuid, boolean or JSON
--   Fix:      say what stands for it: type.withVariant("sqlite", SqlTypes.TEXT.as(…))
--   More:     docs/errors.md#orm-type-refused-type

-- ORM-TYPE-REFUSED-TYPE: cannot keep type "point" in SQLite
--   Found:    a type of java.lang.String that SQLite does not know
--   Expected: numbers, texts, bytes, times, uuid, boolean or JSON
--   Fix:      say what stands for it: type.withVariant("sqlite", SqlTypes.TEXT.as(…))
--   More:     docs/errors.md#orm-type-refused-type

-- ORM-SQL-UNSUPPORTED-STATEMENT: cannot write a source for SQLite
--   Found:    a function with columns of its own
--   Fix:      text("… json_each(?)")
--   More:     docs/errors.md#orm-sql-unsupported-statement

-- 7.2 where

SELECT fdt.c1, fdt.c2 FROM fdt WHERE fdt.c1 > ?;

SELECT fdt.c1, fdt.c2 FROM fdt WHERE fdt.c1 IN (?, ?, ?);

SELECT fdt.c1, fdt.c2 FROM fdt WHERE fdt.c1 IN (SELECT t3.c1 FROM t3);

SELECT fdt.c1, fdt.c2 FROM fdt WHERE fdt.c1 IN (SELECT t3.c3 FROM t3 WHERE t3.c2 = fdt.c1 + 10);

SELECT fdt.c1, fdt.c2 FROM fdt WHERE fdt.c1 BETWEEN (SELECT t3.c3 FROM t3 WHERE t3.c2 = fdt.c1 + 10) AND 100;

SELECT fdt.c1, fdt.c2 FROM fdt WHERE EXISTS (SELECT t3.c1 FROM t3 WHERE t3.c2 > fdt.c1);

SELECT a.id, a.x, b.id, b.val FROM a, b WHERE a.id = b.id AND b.val > ?;

SELECT a.id, a.x, b.id, b.val FROM a JOIN b ON a.id = b.id WHERE b.val > ?;

SELECT id, a.x, b.val FROM a NATURAL JOIN b WHERE b.val > ?;

-- 7.2 groups

SELECT test1.x, test1.y FROM test1;

SELECT test1.x FROM test1 GROUP BY test1.x;

SELECT test1.x, sum(test1.y) FROM test1 GROUP BY test1.x;

SELECT test1.x, sum(test1.y) FROM test1 GROUP BY test1.x HAVING sum(test1.y) > ?;

SELECT test1.x, sum(test1.y) FROM test1 GROUP BY test1.x HAVING test1.x < ?;

SELECT product_id, p.name, sum(s.units) * p.price AS sales FROM products AS p LEFT JOIN sales AS s USING (product_id) GROUP BY product_id, p.name, p.price;

SELECT product_id, p.name, sum(s.units) * (p.price - p.cost) AS profit FROM products AS p LEFT JOIN sales AS s USING (product_id) WHERE s.date > CAST(CAST(CURRENT_DATE - CAST(? AS text) AS text) AS text) GROUP BY product_id, p.name, p.price, p.cost HAVING sum(p.price * s.units) > ?;

-- 7.2 grouping sets

SELECT items_sold.brand, items_sold.size, items_sold.sales FROM items_sold;

-- ORM-SQL-UNSUPPORTED-STATEMENT: cannot write a query for SQLite
--   Found:    several sets of keys in GROUP BY
--   Fix:      unite one query a set
--   More:     docs/errors.md#orm-sql-unsupported-statement

-- ORM-SQL-UNSUPPORTED-STATEMENT: cannot write a query for SQLite
--   Found:    several sets of keys in GROUP BY
--   Fix:      unite one query a set
--   More:     docs/errors.md#orm-sql-unsupported-statement

-- ORM-SQL-UNSUPPORTED-STATEMENT: cannot write a query for SQLite
--   Found:    several sets of keys in GROUP BY
--   Fix:      unite one query a set
--   More:     docs/errors.md#orm-sql-unsupported-statement

-- ORM-SQL-UNSUPPORTED-STATEMENT: cannot write a query for SQLite
--   Found:    several sets of keys in GROUP BY
--   Fix:      unite one query a set
--   More:     docs/errors.md#orm-sql-unsupported-statement

-- ORM-SQL-UNSUPPORTED-STATEMENT: cannot write a query for SQLite
--   Found:    several sets of keys in GROUP BY
--   Fix:      unite one query a set
--   More:     docs/errors.md#orm-sql-unsupported-statement

-- ORM-SQL-UNSUPPORTED-STATEMENT: cannot write a query for SQLite
--   Found:    several sets of keys in GROUP BY
--   Fix:      unite one query a set
--   More:     docs/errors.md#orm-sql-unsupported-statement

-- ORM-SQL-UNSUPPORTED-STATEMENT: cannot write a query for SQLite
--   Found:    several sets of keys in GROUP BY
--   Fix:      unite one query a set
--   More:     docs/errors.md#orm-sql-unsupported-statement

-- ORM-SQL-UNSUPPORTED-STATEMENT: cannot write a query for SQLite
--   Found:    several sets of keys in GROUP BY
--   Fix:      unite one query a set
--   More:     docs/errors.md#orm-sql-unsupported-statement

-- ORM-SQL-UNSUPPORTED-STATEMENT: cannot write a query for SQLite
--   Found:    several sets of keys in GROUP BY
--   Fix:      unite one query a set
--   More:     docs/errors.md#orm-sql-unsupported-statement

-- 7.3 select lists

SELECT table1.a, table1.b, table1.c FROM table1;

SELECT t1.num, t2.num, t1.name FROM t1, t2;

SELECT t1.num, t1.name, t2.num FROM t1, t2;

SELECT table1.a AS value, table1.b + table1.c AS sum FROM table1;

SELECT table1.a AS "from", table1.b + table1.c AS sum FROM table1;

SELECT DISTINCT table1.a FROM table1;

-- ORM-SQL-UNSUPPORTED-STATEMENT: cannot write a query for SQLite
--   Found:    DISTINCT ON
--   Fix:      row_number() over the same keys, and the rows numbered 1
--   More:     docs/errors.md#orm-sql-unsupported-statement

-- 7.4 combined queries

SELECT 1 AS n UNION ALL SELECT 1;

SELECT table1.a FROM table1 UNION SELECT t1.num FROM t1;

SELECT table1.a FROM table1 INTERSECT SELECT t1.num FROM t1;

SELECT table1.a FROM table1 EXCEPT ALL SELECT t1.num FROM t1;

(SELECT table1.a FROM table1 UNION SELECT t1.num FROM t1) EXCEPT SELECT t2.num FROM t2;

SELECT table1.a FROM table1 UNION (SELECT t1.num FROM t1 EXCEPT SELECT t2.num FROM t2);

SELECT table1.a FROM table1 UNION SELECT t1.num FROM t1 UNION SELECT t2.num FROM t2;

SELECT table1.a FROM table1 UNION (SELECT t1.num FROM t1 INTERSECT SELECT t2.num FROM t2);

SELECT table1.a FROM table1 UNION SELECT t1.num FROM t1 ORDER BY a LIMIT ?;

SELECT table1.a FROM table1 UNION (SELECT t1.num FROM t1 LIMIT ?);

-- 7.5 sorted

SELECT table1.a, table1.b FROM table1 ORDER BY table1.a + table1.b, table1.c;

SELECT table1.a + table1.b AS sum, table1.c FROM table1 ORDER BY sum;

SELECT table1.a, max(table1.b) FROM table1 GROUP BY table1.a ORDER BY table1.a;

SELECT table1.a FROM table1 ORDER BY table1.a DESC NULLS LAST, table1.b NULLS FIRST;

SELECT table1.a + table1.b AS sum, table1.c FROM table1 ORDER BY table1.a + table1.b + table1.c;

-- 7.6 limited

SELECT table1.a FROM table1 ORDER BY table1.b LIMIT ? OFFSET ?;

SELECT table1.a FROM table1 ORDER BY table1.b LIMIT -1 OFFSET ?;

-- ORM-SQL-UNSUPPORTED-STATEMENT: cannot write a query for SQLite
--   Found:    FETCH FIRST … WITH TIES
--   Fix:      rank() over the same order
--   More:     docs/errors.md#orm-sql-unsupported-statement

-- 7.7 values

VALUES (CAST(? AS integer), CAST(? AS text)), (?, ?), (?, ?);

SELECT 1 AS column1, 'one' AS column2 UNION ALL SELECT 2, 'two' UNION ALL SELECT 3, 'three';

-- ORM-SQL-UNSUPPORTED-STATEMENT: cannot write a source for SQLite
--   Found:    names of columns behind an alias
--   Fix:      a named query: cte(name, columns)
--   More:     docs/errors.md#orm-sql-unsupported-statement

-- 7.8 with

WITH regional_sales AS (SELECT orders.region, sum(orders.amount) AS total_sales FROM orders GROUP BY orders.region), top_regions AS (SELECT regional_sales.region FROM regional_sales WHERE regional_sales.total_sales > (SELECT sum(regional_sales.total_sales) / ? FROM regional_sales)) SELECT orders.region, orders.product, sum(orders.quantity) AS product_units, sum(orders.amount) AS product_sales FROM orders WHERE orders.region IN (SELECT top_regions.region FROM top_regions) GROUP BY orders.region, orders.product;

-- 7.8 recursion

WITH RECURSIVE t (n) AS (VALUES (1) UNION ALL SELECT t.n + 1 FROM t WHERE t.n < ?) SELECT sum(t.n) FROM t;

WITH RECURSIVE included_parts AS (SELECT parts.sub_part, parts.part, parts.quantity FROM parts WHERE parts.part = ? UNION ALL SELECT p.sub_part, p.part, p.quantity * pr.quantity FROM included_parts AS pr, parts AS p WHERE p.part = pr.sub_part) SELECT included_parts.sub_part, sum(included_parts.quantity) AS total_quantity FROM included_parts GROUP BY included_parts.sub_part;

-- 7.8 search order

WITH RECURSIVE search_tree AS (SELECT t.id, t.link, t.data FROM tree AS t UNION ALL SELECT t.id, t.link, t.data FROM tree AS t, search_tree AS st WHERE t.id = st.link) SELECT search_tree.id, search_tree.link, search_tree.data FROM search_tree;

-- ORM-TYPE-REFUSED-TYPE: cannot keep type "integer[]" in SQLite
--   Found:    a type of java.util.List that SQLite does not know
--   Expected: numbers, texts, bytes, times, uuid, boolean or JSON
--   Fix:      say what stands for it: type.withVariant("sqlite", SqlTypes.TEXT.as(…))
--   More:     docs/errors.md#orm-type-refused-type

-- ORM-SQL-UNSUPPORTED-STATEMENT: cannot write an array for SQLite
--   Found:    an array, which SQLite does not have
--   Fix:      keep lists as JSON and read them by ->>
--   More:     docs/errors.md#orm-sql-unsupported-statement

WITH RECURSIVE search_tree AS (SELECT t.id, t.link, t.data, 0 AS depth FROM tree AS t UNION ALL SELECT t.id, t.link, t.data, st.depth + 1 FROM tree AS t, search_tree AS st WHERE t.id = st.link) SELECT search_tree.id, search_tree.link, search_tree.data, search_tree.depth FROM search_tree ORDER BY search_tree.depth;

WITH RECURSIVE search_tree AS (SELECT t.id, t.link, t.data FROM tree AS t UNION ALL SELECT t.id, t.link, t.data FROM tree AS t, search_tree AS st WHERE t.id = st.link) SEARCH DEPTH FIRST BY id SET ordercol SELECT search_tree.id, search_tree.link, search_tree.data FROM search_tree ORDER BY search_tree.ordercol;

WITH RECURSIVE search_tree AS (SELECT t.id, t.link, t.data FROM tree AS t UNION ALL SELECT t.id, t.link, t.data FROM tree AS t, search_tree AS st WHERE t.id = st.link) SEARCH BREADTH FIRST BY id SET ordercol SELECT search_tree.id, search_tree.link, search_tree.data FROM search_tree ORDER BY search_tree.ordercol;

-- 7.8 circles

-- ORM-TYPE-REFUSED-TYPE: cannot keep type "integer[]" in SQLite
--   Found:    a type of java.util.List that SQLite does not know
--   Expected: numbers, texts, bytes, times, uuid, boolean or JSON
--   Fix:      say what stands for it: type.withVariant("sqlite", SqlTypes.TEXT.as(…))
--   More:     docs/errors.md#orm-type-refused-type

WITH RECURSIVE search_graph AS (SELECT g.id, g.link, 1 AS depth FROM graph AS g UNION ALL SELECT g.id, g.link, sg.depth + 1 FROM graph AS g, search_graph AS sg WHERE g.id = sg.link) CYCLE id SET is_cycle USING path SELECT search_graph.id, search_graph.link, search_graph.depth, search_graph.is_cycle FROM search_graph;

WITH RECURSIVE t AS (SELECT 1 AS n UNION ALL SELECT t.n + 1 FROM t) SELECT t.n FROM t LIMIT ?;

-- 7.8 materialized

WITH w AS (SELECT big_table."key", big_table.ref FROM big_table) SELECT w."key", w.ref FROM w WHERE w."key" = ?;

SELECT big_table."key", big_table.ref FROM big_table WHERE big_table."key" = ?;

WITH w AS (SELECT big_table."key", big_table.ref FROM big_table) SELECT w1."key", w1.ref, w2."key", w2.ref FROM w AS w1 JOIN w AS w2 ON w1."key" = w2.ref WHERE w2."key" = ?;

WITH w AS NOT MATERIALIZED (SELECT big_table."key", big_table.ref FROM big_table) SELECT w1."key", w1.ref, w2."key", w2.ref FROM w AS w1 JOIN w AS w2 ON w1."key" = w2.ref WHERE w2."key" = ?;

WITH w AS (SELECT big_table."key", abs(big_table.ref) AS f FROM big_table) SELECT w1."key", w1.f, w2."key", w2.f FROM w AS w1 JOIN w AS w2 ON w1.f = w2.f;

-- 7.8 statements that change data

WITH moved_rows AS (DELETE FROM stock WHERE date >= ? AND date < ? RETURNING id, name, price, date) INSERT INTO stock_log (id, name, price, date) SELECT moved_rows.id, moved_rows.name, moved_rows.price, moved_rows.date FROM moved_rows;

WITH t AS (DELETE FROM foo) DELETE FROM bar;

WITH RECURSIVE included_parts AS (SELECT parts.sub_part, parts.part FROM parts WHERE parts.part = ? UNION ALL SELECT p.sub_part, p.part FROM included_parts AS pr, parts AS p WHERE p.part = pr.sub_part) DELETE FROM parts WHERE part IN (SELECT included_parts.part FROM included_parts);

WITH t AS (UPDATE stock SET price = price * ? RETURNING id, name, price, date) SELECT stock.id, stock.name, stock.price, stock.date FROM stock;

WITH t AS (UPDATE stock SET price = price * ? RETURNING id, name, price, date) SELECT t.id, t.name, t.price, t.date FROM t;

-- DML: insert

INSERT INTO item (id, code) OVERRIDING SYSTEM VALUE VALUES (?, ?) RETURNING id, code;

INSERT INTO item (id, code) OVERRIDING USER VALUE SELECT part.amount, 'u' FROM part WHERE part.amount = ?;

-- ORM-SQL-UNSUPPORTED-STATEMENT: cannot write a value for SQLite
--   Found:    DEFAULT
--   Fix:      leave the column out of the statement
--   More:     docs/errors.md#orm-sql-unsupported-statement

-- DML: on conflict

INSERT INTO item (code, amount) VALUES (?, ?) ON CONFLICT DO NOTHING;

INSERT INTO item (code, amount) VALUES (?, ?) ON CONFLICT (code) DO NOTHING;

INSERT INTO item (code, amount) VALUES (?, ?) ON CONFLICT ON CONSTRAINT uq_code DO UPDATE SET amount = item.amount + EXCLUDED.amount RETURNING amount;

INSERT INTO item (code, amount) VALUES (?, ?) ON CONFLICT (lower(code)) WHERE active DO UPDATE SET amount = ?;

INSERT INTO item (code, amount) VALUES (?, ?) ON CONFLICT (code) DO UPDATE SET (amount, active) = (EXCLUDED.amount, NOT item.active) WHERE item.amount < EXCLUDED.amount;

-- ORM-SQL-UNSUPPORTED-STATEMENT: cannot write a value for SQLite
--   Found:    DEFAULT
--   Fix:      leave the column out of the statement
--   More:     docs/errors.md#orm-sql-unsupported-statement

-- DML: update

UPDATE item SET amount = part.amount FROM part WHERE part.item = item.id AND part.code = ? RETURNING item.id, part.amount;

UPDATE item SET amount = shelf.room FROM part JOIN shelf ON shelf.code = part.code WHERE part.item = item.id;

UPDATE item SET (amount, code) = (SELECT max(part.amount), 'n' || item.code FROM part WHERE part.item = item.id) WHERE id < ?;

UPDATE item AS other SET amount = other.amount + ?, code = other.code || CAST(other.amount AS text) WHERE other.id = ?;

-- ORM-SQL-UNSUPPORTED-STATEMENT: cannot write a value for SQLite
--   Found:    DEFAULT
--   Fix:      leave the column out of the statement
--   More:     docs/errors.md#orm-sql-unsupported-statement

-- DML: delete

-- ORM-SQL-UNSUPPORTED-STATEMENT: cannot write a DELETE for SQLite
--   Found:    USING
--   Fix:      where(exists(…)) or in(select(…))
--   More:     docs/errors.md#orm-sql-unsupported-statement

-- ORM-SQL-UNSUPPORTED-STATEMENT: cannot write a DELETE for SQLite
--   Found:    USING
--   Fix:      where(exists(…)) or in(select(…))
--   More:     docs/errors.md#orm-sql-unsupported-statement

-- DML: merge

-- ORM-SQL-UNSUPPORTED-STATEMENT: cannot merge into "item"
--   Found:    a database without MERGE
--   Fix:      insert(…).onConflict(…).doUpdate(…), or an update and an insert
--   More:     docs/errors.md#orm-sql-unsupported-statement

-- ORM-SQL-UNSUPPORTED-STATEMENT: cannot merge into "item"
--   Found:    a database without MERGE
--   Fix:      insert(…).onConflict(…).doUpdate(…), or an update and an insert
--   More:     docs/errors.md#orm-sql-unsupported-statement

-- ORM-SQL-UNSUPPORTED-STATEMENT: cannot merge into "item"
--   Found:    a database without MERGE
--   Fix:      insert(…).onConflict(…).doUpdate(…), or an update and an insert
--   More:     docs/errors.md#orm-sql-unsupported-statement

-- SQLAlchemy: insert

INSERT INTO user_account (name, fullname) VALUES (?, ?);

INSERT INTO address (user_id, email_address) VALUES ((SELECT user_account.id FROM user_account WHERE user_account.name = ?), ?);

INSERT INTO user_account DEFAULT VALUES;

INSERT INTO address (id, user_id, email_address) VALUES (?, ?, ?) RETURNING id, email_address;

INSERT INTO address (user_id, email_address) SELECT user_account.id, user_account.name || ? FROM user_account RETURNING id, email_address;

-- SQLAlchemy: columns

SELECT user_account.id, user_account.name, user_account.fullname FROM user_account WHERE user_account.name = ?;

SELECT user_account.name, user_account.fullname FROM user_account;

SELECT ? || user_account.name AS username FROM user_account ORDER BY user_account.name;

SELECT 'some phrase' AS p, user_account.name FROM user_account ORDER BY user_account.name;

-- SQLAlchemy: where

SELECT address.email_address FROM user_account, address WHERE user_account.name = ? AND address.user_id = user_account.id;

SELECT address.email_address FROM address, user_account WHERE (user_account.name = ? OR user_account.name = ?) AND address.user_id = user_account.id ORDER BY address.email_address;

-- SQLAlchemy: joins

SELECT user_account.name, address.email_address FROM user_account JOIN address ON address.user_id = user_account.id ORDER BY address.email_address;

SELECT count(*) FROM user_account;

SELECT user_account.name, address.email_address FROM user_account LEFT JOIN address ON address.user_id = user_account.id ORDER BY user_account.name, address.email_address;

SELECT user_account.name, address.email_address FROM user_account FULL JOIN address ON address.user_id = user_account.id ORDER BY user_account.name, address.email_address;

-- SQLAlchemy: groups

SELECT user_account.id, user_account.name, user_account.fullname FROM user_account ORDER BY user_account.fullname DESC;

SELECT user_account.name, count(address.id) AS count FROM user_account JOIN address ON address.user_id = user_account.id GROUP BY user_account.name HAVING count(address.id) > ?;

SELECT address.user_id, count(address.id) AS num_addresses FROM address GROUP BY address.user_id ORDER BY address.user_id, num_addresses DESC;

SELECT user_account_1.name, user_account_2.name AS name_1 FROM user_account AS user_account_1 JOIN user_account AS user_account_2 ON user_account_1.id > user_account_2.id ORDER BY user_account_1.name, name_1;

-- SQLAlchemy: subqueries

SELECT user_account.name, user_account.fullname, anon_1.count FROM user_account JOIN (SELECT count(address.id) AS count, address.user_id FROM address GROUP BY address.user_id) AS anon_1 ON user_account.id = anon_1.user_id ORDER BY user_account.name;

WITH anon_1 AS (SELECT count(address.id) AS count, address.user_id FROM address GROUP BY address.user_id) SELECT user_account.name, anon_1.count FROM user_account JOIN anon_1 ON user_account.id = anon_1.user_id ORDER BY user_account.name;

-- SQLAlchemy: correlated

SELECT user_account.name, (SELECT count(address.id) FROM address WHERE user_account.id = address.user_id) AS address_count FROM user_account ORDER BY user_account.name;

-- ORM-SQL-UNSUPPORTED-STATEMENT: cannot write a source for SQLite
--   Found:    LATERAL
--   Fix:      a scalar subquery, or a join over a group
--   More:     docs/errors.md#orm-sql-unsupported-statement

SELECT user_account.name FROM user_account WHERE EXISTS (SELECT count(address.id) FROM address WHERE user_account.id = address.user_id GROUP BY address.user_id HAVING count(address.id) > ?);

SELECT user_account.name FROM user_account WHERE NOT EXISTS (SELECT address.id FROM address WHERE user_account.id = address.user_id);

-- SQLAlchemy: unions

SELECT user_account.id, user_account.name, user_account.fullname FROM user_account WHERE user_account.name = ? UNION ALL SELECT user_account.id, user_account.name, user_account.fullname FROM user_account WHERE user_account.name = ?;

SELECT anon_1.name, address.email_address FROM (SELECT user_account.id, user_account.name, user_account.fullname FROM user_account WHERE user_account.name = ? UNION ALL SELECT user_account.id, user_account.name, user_account.fullname FROM user_account WHERE user_account.name = ?) AS anon_1 JOIN address ON anon_1.id = address.user_id ORDER BY anon_1.name, address.email_address;

-- SQLAlchemy: functions

SELECT count(*) FROM user_account;

SELECT lower('A String With Much UPPERCASE');

SELECT upper(lower('Some'));

SELECT max(address.id) FROM address;

-- ORM-SQL-UNSUPPORTED-STATEMENT: cannot write an array for SQLite
--   Found:    an array, which SQLite does not have
--   Fix:      keep lists as JSON and read them by ->>
--   More:     docs/errors.md#orm-sql-unsupported-statement

-- SQLAlchemy: windows

SELECT row_number() OVER (PARTITION BY user_account.name), user_account.name, address.email_address FROM user_account JOIN address ON address.user_id = user_account.id ORDER BY user_account.name, address.email_address;

SELECT count(*) OVER (ORDER BY user_account.name), user_account.name, address.email_address FROM user_account JOIN address ON address.user_id = user_account.id ORDER BY user_account.name, address.email_address;

-- ORM-SQL-UNSUPPORTED-STATEMENT: cannot write an aggregate for SQLite
--   Found:    WITHIN GROUP
--   Fix:      windows over the same order
--   More:     docs/errors.md#orm-sql-unsupported-statement

SELECT count(address.email_address) FILTER (WHERE user_account.name = ?), count(address.email_address) FILTER (WHERE user_account.name = ?) FROM user_account JOIN address ON address.user_id = user_account.id;

SELECT CAST(user_account.id AS text) AS id FROM user_account ORDER BY id;

-- SQLAlchemy: update

UPDATE user_account SET fullname = ? WHERE name = ?;

UPDATE user_account SET fullname = ? || name;

UPDATE user_account SET name = ? WHERE name = ?;

UPDATE user_account SET fullname = (SELECT address.email_address FROM address WHERE address.user_id = user_account.id ORDER BY address.id LIMIT ?);

UPDATE user_account SET fullname = ? FROM address WHERE address.user_id = user_account.id AND address.email_address = ?;

UPDATE some_table SET y = ?, x = y + ?;

-- SQLAlchemy: delete

DELETE FROM address WHERE email_address = ?;

-- ORM-SQL-UNSUPPORTED-STATEMENT: cannot write a DELETE for SQLite
--   Found:    USING
--   Fix:      where(exists(…)) or in(select(…))
--   More:     docs/errors.md#orm-sql-unsupported-statement

UPDATE user_account SET fullname = ? WHERE name = ? RETURNING id, name;

DELETE FROM address WHERE user_id = ? RETURNING id, email_address;

UPDATE user_account SET fullname = CASE name WHEN ? THEN ? ELSE ? END;
