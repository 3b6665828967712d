package org.aludel.dialect.postgresql;

/**
 * The privileges on all objects that somebody changed any of, beside those that a new object of the
 * kind has: one row a privilege and grantee, {@code present} telling the two apart. Privileges that
 * initdb or an extension gave count as those of a new object. The server's own objects, which have
 * thousands, are left out but for schemas: public is one. What an extension owns is named.
 */
final class PostgresPrivilegeSql {
  static final String QUERY =
      """
      SELECT x.class, x.oid, x.number, e.present, e.privilege_type AS privilege, e.is_grantable,
        CASE WHEN e.grantee <> 0 THEN pg_get_userbyid(e.grantee) END AS grantee,
        e.grantee = x.owner AS to_owner, e.grantor <> x.owner AS by_another,
        CASE WHEN o.objid IS NOT NULL THEN (SELECT i.type || ' ' || i.identity
          FROM pg_identify_object(x.class, x.oid, x.number) i) END AS of_extension
      FROM (
        SELECT 'pg_class'::regclass::oid AS class, oid, 0 AS number, relowner AS owner, relacl AS acl,
          acldefault(CASE relkind WHEN 'S' THEN 's'::"char" ELSE 'r' END, relowner) AS usual
        FROM pg_class WHERE relacl IS NOT NULL AND oid >= 16384
        UNION ALL
        SELECT 'pg_class'::regclass, a.attrelid, a.attnum, c.relowner, a.attacl, NULL
        FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
        WHERE a.attacl IS NOT NULL AND NOT a.attisdropped AND c.oid >= 16384
        UNION ALL
        SELECT 'pg_proc'::regclass, oid, 0, proowner, proacl, acldefault('f', proowner)
        FROM pg_proc WHERE proacl IS NOT NULL AND oid >= 16384
        UNION ALL
        SELECT 'pg_type'::regclass, oid, 0, typowner, typacl, acldefault('T', typowner)
        FROM pg_type WHERE typacl IS NOT NULL AND oid >= 16384
        UNION ALL
        SELECT 'pg_namespace'::regclass, oid, 0, nspowner, nspacl, acldefault('n', nspowner)
        FROM pg_namespace WHERE nspacl IS NOT NULL
        UNION ALL
        SELECT 'pg_foreign_data_wrapper'::regclass, oid, 0, fdwowner, fdwacl,
          acldefault('F', fdwowner)
        FROM pg_foreign_data_wrapper WHERE fdwacl IS NOT NULL
        UNION ALL
        SELECT 'pg_foreign_server'::regclass, oid, 0, srvowner, srvacl, acldefault('S', srvowner)
        FROM pg_foreign_server WHERE srvacl IS NOT NULL
        UNION ALL
        SELECT 'pg_default_acl'::regclass, oid, 0, defaclrole, defaclacl,
          CASE WHEN defaclnamespace = 0 THEN acldefault(
            CASE defaclobjtype WHEN 'S' THEN 's'::"char" ELSE defaclobjtype END, defaclrole)
            END
        FROM pg_default_acl) x
        LEFT JOIN pg_init_privs p ON p.classoid = x.class AND p.objoid = x.oid
          AND p.objsubid = x.number
        LEFT JOIN pg_depend o ON o.classid = x.class AND o.objid = x.oid AND o.deptype = 'e'
        CROSS JOIN LATERAL (
          SELECT true AS present, one.* FROM aclexplode(x.acl) one
          UNION ALL
          SELECT false, one.* FROM aclexplode(coalesce(p.initprivs, x.usual)) one) e
      """;

  private PostgresPrivilegeSql() {}
}
