package org.aludel.sql;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.aludel.type.SqlType;
import org.aludel.type.SqlTypes;

/** The tables that the manual's chapter on queries speaks of, with the rows that it shows. */
final class ManualTables {
  static final String SCRIPT =
      """
      CREATE TEMP TABLE table1 (a integer, b integer, c integer);
      INSERT INTO table1 VALUES (1, 2, 3), (1, 4, 5), (6, 7, 8);
      CREATE TEMP TABLE t1 (num integer, name text);
      INSERT INTO t1 VALUES (1, 'a'), (2, 'b'), (3, 'c');
      CREATE TEMP TABLE t2 (num integer, value text);
      INSERT INTO t2 VALUES (1, 'xxx'), (3, 'yyy'), (5, 'zzz');
      CREATE TEMP TABLE people (id integer, mother_id integer, name text);
      INSERT INTO people VALUES (1, NULL, 'Ann'), (2, 1, 'Bea'), (3, 2, 'Cleo');
      CREATE TEMP TABLE my_table (a integer, b integer);
      INSERT INTO my_table VALUES (3, 1), (7, 2);
      CREATE TEMP TABLE foo (fooid integer, foosubid integer, fooname text, bar_id integer);
      INSERT INTO foo VALUES (1, 1, 'Joe', 10), (1, 2, 'Ed', 20), (2, 1, 'Mary', 10);
      CREATE TEMP TABLE bar (id integer, word text);
      INSERT INTO bar VALUES (10, 'ten'), (20, 'twenty');
      CREATE FUNCTION pg_temp.getfoo(integer) RETURNS SETOF foo
        AS 'SELECT * FROM foo WHERE fooid = $1' LANGUAGE sql;
      CREATE TEMP TABLE polygons (id integer, poly polygon);
      INSERT INTO polygons VALUES (1, '((0,0),(1,1),(2,0))'), (2, '((5,5),(6,6),(99,99))');
      CREATE FUNCTION pg_temp.vertices(polygon) RETURNS SETOF point
        AS 'VALUES (point(box($1))), (point(5,5))' LANGUAGE sql;
      CREATE TEMP TABLE manufacturers (id integer, name text);
      INSERT INTO manufacturers VALUES (1, 'Acme'), (2, 'Void');
      CREATE FUNCTION pg_temp.get_product_names(integer) RETURNS SETOF text
        AS 'SELECT v FROM (VALUES (1, ''anvil''), (1, ''rope'')) x (m, v) WHERE m = $1'
        LANGUAGE sql;
      CREATE TEMP TABLE fdt (c1 integer, c2 integer);
      INSERT INTO fdt VALUES (1, 1), (2, 2), (6, 3), (50, 4);
      CREATE TEMP TABLE t3 (c1 integer, c2 integer, c3 integer);
      INSERT INTO t3 VALUES (2, 11, 1), (6, 60, 40);
      CREATE TEMP TABLE a (id integer, x text);
      CREATE TEMP TABLE b (id integer, val integer);
      INSERT INTO a VALUES (1, 'one'), (2, 'two');
      INSERT INTO b VALUES (1, 5), (2, 6);
      CREATE TEMP TABLE test1 (x text, y integer);
      INSERT INTO test1 VALUES ('a', 3), ('c', 2), ('b', 5), ('a', 1);
      CREATE TEMP TABLE products (product_id integer, name text, price numeric, cost numeric);
      INSERT INTO products VALUES (1, 'Tea', 10, 4), (2, 'Jam', 3000, 1);
      CREATE TEMP TABLE sales (product_id integer, units integer, date date);
      INSERT INTO sales VALUES (1, 2, current_date), (2, 2, current_date - 1),
        (2, 9, current_date - 90);
      CREATE TEMP TABLE items_sold (brand text, size text, sales integer);
      INSERT INTO items_sold VALUES ('Foo', 'L', 10), ('Foo', 'M', 20), ('Bar', 'M', 15),
        ('Bar', 'L', 5);
      CREATE TEMP TABLE cells (a integer, b integer, c integer, d integer, e integer);
      INSERT INTO cells VALUES (1, 1, 2, 2, 3), (1, 2, 2, 1, 3);
      CREATE TEMP TABLE orders (region text, product text, quantity integer, amount numeric);
      INSERT INTO orders VALUES ('north', 'tea', 3, 90), ('north', 'jam', 1, 5),
        ('south', 'tea', 2, 4);
      CREATE TEMP TABLE parts (part text, sub_part text, quantity integer);
      INSERT INTO parts VALUES ('our_product', 'wheel', 4), ('wheel', 'screw', 5),
        ('our_product', 'screw', 2);
      CREATE TEMP TABLE tree (id integer, link integer, data text, f1 integer, f2 text);
      INSERT INTO tree VALUES (1, NULL, 'root', 1, 'a'), (2, 1, 'left', 2, 'b'),
        (3, 1, 'right', 3, 'c'), (4, 2, 'leaf', 4, 'd');
      CREATE TEMP TABLE graph (id integer, link integer, data text, f1 integer, f2 text);
      INSERT INTO graph VALUES (1, 2, 'one', 1, 'a'), (2, 3, 'two', 2, 'b'), (3, 1, 'three', 3, 'c');
      CREATE TEMP TABLE big_table (key integer, ref integer);
      INSERT INTO big_table VALUES (123, 124), (124, 123), (125, 125);
      CREATE TEMP TABLE stock (id integer, name text, price numeric, date date);
      INSERT INTO stock VALUES (1, 'old', 1, '2010-10-15'), (2, 'new', 2, '2010-11-15');
      CREATE TEMP TABLE stock_log (id integer, name text, price numeric, date date);
      """;

  static final ColumnReference<Integer> A = integer("a");
  static final ColumnReference<Integer> B = integer("b");
  static final ColumnReference<Integer> C = integer("c");

  private ManualTables() {}

  static ColumnReference<Integer> integer(String name) {
    return Sql.column(name, SqlTypes.INTEGER);
  }

  static ColumnReference<String> text(String name) {
    return Sql.column(name, SqlTypes.TEXT);
  }

  static ColumnReference<BigDecimal> numeric(String name) {
    return Sql.column(name, SqlTypes.NUMERIC);
  }

  static ColumnReference<LocalDate> date(String name) {
    return Sql.column(name, SqlTypes.DATE);
  }

  static <T> ColumnReference<T> column(String name, SqlType<T> type) {
    return Sql.column(name, type);
  }

  static NamedTable table(String name, ColumnReference<?>... columns) {
    return new NamedTable(new TableName(null, name), null, List.of(columns), List.of());
  }
}
