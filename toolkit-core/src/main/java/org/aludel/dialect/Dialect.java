package org.aludel.dialect;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.aludel.compile.BulkCompiler;
import org.aludel.compile.CompiledStatement;
import org.aludel.compile.DdlCompiler;
import org.aludel.compile.IdentifierQuoter;
import org.aludel.compile.LiteralSql;
import org.aludel.compile.SqlLiteral;
import org.aludel.compile.Structure;
import org.aludel.ddl.DdlStatement;
import org.aludel.error.DatabaseException;
import org.aludel.error.Problem;
import org.aludel.error.SqlCode;
import org.aludel.error.UsageException;
import org.aludel.reflect.CatalogReader;
import org.aludel.schema.translation.SchemaTranslation;
import org.aludel.sql.Statement;
import org.aludel.type.SqlType;
import org.aludel.type.SqlTypes;

/**
 * One database: what it can do and how its SQL and its errors read. Found by {@link
 * java.util.ServiceLoader}; works without a connection. Stateless and thread-safe.
 */
public interface Dialect {
  /** The lower-case name, which is also the scheme of its URLs: {@code postgresql}. */
  String name();

  /** What people call the database: {@code PostgreSQL}. */
  default String product() {
    return name();
  }

  /**
   * The dialect of the very server behind a connection, where several kinds of servers speak this
   * one. Asked once by each engine, with its first connection, which is in no transaction then and
   * afterwards; the answer has the same name.
   */
  default Dialect of(Connection first) throws SQLException {
    return this;
  }

  /** Whether a JDBC URL, with its {@code jdbc:} prefix, leads to this database. */
  boolean accepts(String jdbcUrl);

  /** What it can do. */
  Set<Capability> capabilities();

  /** Whether it can do one thing. */
  default boolean supports(Capability capability) {
    return capabilities().contains(capability);
  }

  /** The coordinates of its JDBC driver, which users add: {@code org.postgresql:postgresql}. */
  String driver();

  /**
   * The most connections that share one database at an address: 1 where the database lives in its
   * connection. A pool holds no more, and never lets the last one go.
   */
  default int maximumConnections(String jdbcUrl) {
    return Integer.MAX_VALUE;
  }

  /**
   * The type that stands for one here: its variant for this database, and how values cross.
   *
   * @throws org.aludel.error.MappingException REFUSED_TYPE where it has no such type
   */
  default <J> SqlType<J> type(SqlType<J> type) {
    return type.on(name());
  }

  /** The type of a result's column by the name that the driver has for it. */
  default SqlType<?> resultType(String driverName) {
    return SqlTypes.ofDriver(driverName);
  }

  /**
   * Refuses a text that goes to the driver as it is, where the driver would run a part of it.
   *
   * @throws org.aludel.error.CompileException UNSUPPORTED_STATEMENT for several statements
   */
  default void requireRunnable(String text) {}

  /** A text as the driver takes it: in one piece, or statement by statement. */
  default List<String> statements(String text) {
    return List.of(text);
  }

  /** A value as a literal of its type. */
  default <J> String literal(SqlType<J> type, J value) {
    return SqlLiteral.value(type(type), value);
  }

  /** How it writes names. */
  IdentifierQuoter quoter();

  /** How it writes the statements by which sessions read and write rows by key. */
  BulkCompiler bulkCompiler(SchemaTranslation schemas);

  /** As above, each table in its own schema. */
  default BulkCompiler bulkCompiler() {
    return bulkCompiler(SchemaTranslation.NONE);
  }

  /**
   * Runs a {@code COPY … FROM STDIN}. Asked only where it states {@link Capability#COPY}; a dialect
   * that does overrides this.
   *
   * @return how many rows
   * @throws UsageException with {@code UNSUPPORTED_STATEMENT} where it does not
   */
  default long copy(Connection connection, String sql, CopySource rows) throws SQLException {
    throw new UsageException(
        Problem.of(SqlCode.UNSUPPORTED_STATEMENT, "cannot copy rows")
            .found("the dialect " + name() + ", which does not say how")
            .fix("override copy(…) in the dialect, or do not state the capability COPY"));
  }

  /** How its DDL reads. */
  default DdlCompiler ddlCompiler() {
    return ddlCompiler(SchemaTranslation.NONE);
  }

  /**
   * How its DDL reads for other schemas: of tables, indexes and sequences, that is, and of what
   * belongs to them. Types stay where they are, as they do in other statements. Views and what is
   * created by its definition are refused where their schema would be another one, since what they
   * read would not: UNSUPPORTED_STATEMENT.
   */
  DdlCompiler ddlCompiler(SchemaTranslation schemas);

  /** Statements that create or drop a whole model, as this database takes them together. */
  default List<DdlStatement> arranged(List<DdlStatement> statements) {
    return statements;
  }

  /** How its catalogue is read. */
  CatalogReader catalogReader();

  /** Compiles a statement whose structure was taken before. */
  CompiledStatement compile(Statement<?> statement, Structure structure);

  /** Compiles a statement as {@link Statement#shown()} has it. */
  default CompiledStatement compile(Statement<?> statement) {
    Statement<?> shown = statement.shown();
    return compile(shown, Structure.of(shown));
  }

  /**
   * A statement as one text with its values in it, for scripts and for people; {@code
   * compile(statement).sql()} has question marks in their place. Whatever is secret in the values
   * is then in the text. Functions of {@link org.aludel.sql.ClientDefault} are asked.
   *
   * <pre>{@code
   * dialect.literal(update(USER).set(USER.name, "O'Hara").where(USER.id.eq(1L)))
   * // UPDATE user_account SET name = 'O''Hara'::varchar WHERE id = '1'::bigint
   * }</pre>
   *
   * @throws org.aludel.error.CompileException when the statement has no SQL, or needs a session
   */
  default String literal(Statement<?> statement) {
    Statement<?> complete = statement.completed();
    Structure structure = Structure.of(complete);
    return LiteralSql.of(compile(complete, structure), structure.values(), this::literal);
  }

  /**
   * Refuses servers that are too old.
   *
   * @throws DatabaseException with {@code UNSUPPORTED_SERVER}, naming the version found
   */
  void requireSupported(DatabaseMetaData server) throws SQLException;

  /** Driver properties for every connection; what the user's URL or options say wins. */
  Map<String, String> driverProperties();

  /**
   * The statement that gives a transaction its modes, sent as the first of it; those that are not
   * the default.
   *
   * @throws org.aludel.error.UsageException when the database cannot do what they ask
   */
  default String transactionModes(TransactionModes modes) {
    return "SET TRANSACTION " + modes.sql();
  }

  /**
   * A query of one number on a replica: by how many seconds it is behind what it was sent, 0 on a
   * server that is none, NULL when it cannot know. Empty for a database without replicas.
   */
  default Optional<String> replicaLagQuery() {
    return Optional.empty();
  }

  /** The failure of a statement, as the exception whose type says what the caller can do. */
  DatabaseException translate(SQLException error, FailedStatement statement);

  /**
   * The failure to connect.
   *
   * @param target the redacted address, for the message
   */
  DatabaseException translateConnect(SQLException error, String target);
}
