package org.aludel.orm.growing;

import static org.aludel.orm.growing.BoatT.BOAT;
import static org.aludel.orm.growing.PlantT.PLANT;
import static org.aludel.orm.growing.SailboatT.SAILBOAT;
import static org.aludel.orm.growing.SawT.SAW;
import static org.aludel.orm.growing.ToolT.TOOL;
import static org.aludel.orm.growing.TreeT.TREE;
import static org.aludel.orm.query.Loading.undefer;
import static org.aludel.orm.query.Loading.withExpression;
import static org.aludel.orm.query.Loading.withPolymorphic;
import static org.aludel.sql.Sql.select;
import static org.aludel.sql.Sql.update;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.aludel.error.UsageException;
import org.aludel.orm.links.LinkDatabase;
import org.aludel.orm.mapping.Registry;
import org.aludel.orm.session.Session;
import org.aludel.orm.session.SessionFactory;
import org.aludel.schema.Column;
import org.aludel.schema.QualifiedName;
import org.aludel.sql.Row2;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Expressions of classes that share one table, have joined ones, or have one each. */
@PostgresTest
final class HierarchyExpressionTest {
  private LinkDatabase shed;
  private Registry registry;
  private SessionFactory sessions;

  @BeforeEach
  void create(TestDatabase database) {
    registry = Registry.of(GrowingBase.class);
    shed = LinkDatabase.fresh(database, registry);
    sessions = shed.sessions;
    sessions.inTransaction(
        session -> {
          session.addAll(List.of(new Boat("raft"), new Sailboat("yawl", 4), new Ferry("hull")));
          session.addAll(List.of(new Plant("moss"), new Tree("oak", 4), new Herb("mint")));
          session.addAll(List.of(new Tool("nail"), new Saw("hack", 4), new Drill("bit")));
        });
    shed.sql();
  }

  @Test
  void noTableHasColumnsForThem() {
    assertThat(columns("boat")).doesNotContain("label");
    assertThat(columns("sailboat")).containsExactly("id", "size");
    assertThat(columns("plant")).doesNotContain("label", "doubled", "namesakes", "rank");
    assertThat(columns("saw")).containsExactly("id", "name", "size");
  }

  private List<String> columns(String table) {
    return registry
        .metaData()
        .table(new QualifiedName(null, table))
        .orElseThrow()
        .columns()
        .stream()
        .map(Column::name)
        .toList();
  }

  @Test
  void rowsOfJoinedTablesHaveThoseOfTheirClass() {
    try (Session session = sessions.open()) {
      List<Boat> boats = session.scalars(select(BOAT).orderBy(BOAT.id)).all();

      assertThat(boats).extracting(Boat::getLabel).containsExactly("raft!", "yawl!", "hull!");
      assertThat(((Sailboat) boats.get(1)).getDoubled()).isEqualTo(8);
      assertThat(shed.sql())
          .containsExactly(
              "SELECT boat.id, boat.name, boat.label, boat.size, boat.doubled,"
                  + " CAST(NULL AS varchar(255)), boat.subclass FROM (SELECT boat.id,"
                  + " boat.name, boat.name || '!'::varchar AS label, sailboat.size,"
                  + " CASE WHEN sailboat.id IS NOT NULL THEN coalesce(sailboat.size, 1)"
                  + " + coalesce(sailboat.size, 1) END AS doubled, CASE WHEN"
                  + " sailboat.id IS NOT NULL THEN (SELECT count(*) FROM (SELECT"
                  + " boat.id, boat.name, sailboat.size, CASE WHEN sailboat.id IS NOT"
                  + " NULL THEN 2 WHEN ferry.id IS NOT NULL THEN 1 WHEN boat.id IS NOT"
                  + " NULL THEN 0 END AS subclass FROM boat LEFT JOIN ferry ON ferry.id"
                  + " = boat.id LEFT JOIN sailboat ON sailboat.id = boat.id) AS other"
                  + " WHERE other.name = boat.name) END AS namesakes, CASE WHEN"
                  + " sailboat.id IS NOT NULL THEN 2 WHEN ferry.id IS NOT NULL THEN 1"
                  + " WHEN boat.id IS NOT NULL THEN 0 END AS subclass FROM boat LEFT"
                  + " JOIN ferry ON ferry.id = boat.id LEFT JOIN sailboat ON"
                  + " sailboat.id = boat.id) AS boat ORDER BY boat.id");
      assertThat(((Sailboat) boats.get(1)).getNamesakes()).isEqualTo(1);
      assertThat(shed.sql()).hasSize(1);
    }
  }

  @Test
  void rowsOfOneTableHaveThoseOfTheirClass() {
    try (Session session = sessions.open()) {
      List<Plant> plants = session.scalars(select(PLANT).orderBy(PLANT.id)).all();

      assertThat(plants).extracting(Plant::getLabel).containsExactly("moss!", "oak!", "mint!");
      assertThat(((Tree) plants.get(1)).getDoubled()).isEqualTo(8);
      assertThat(shed.sql())
          .containsExactly(
              "SELECT plant.id, plant.name, plant.label, plant.size,"
                  + " plant.doubled, CAST(NULL AS varchar(255)), plant.dtype FROM"
                  + " (SELECT plant.id, plant.name, plant.name || '!'::varchar AS"
                  + " label, plant.size, CASE WHEN plant.dtype = 'Tree' THEN"
                  + " coalesce(plant.size, 1) + coalesce(plant.size, 1) END AS doubled,"
                  + " CASE WHEN plant.dtype = 'Tree' THEN (SELECT count(*) FROM plant"
                  + " AS other WHERE other.name = plant.name) END AS namesakes,"
                  + " plant.dtype FROM plant) AS plant ORDER BY plant.id");
      assertThat(((Tree) plants.get(1)).getNamesakes()).isEqualTo(1);
      assertThat(shed.sql()).hasSize(1);
    }
  }

  @Test
  void rowsOfATableForEachClassHaveThoseOfTheirClass() {
    try (Session session = sessions.open()) {
      List<Tool> tools = session.scalars(select(TOOL).orderBy(TOOL.id)).all();

      assertThat(tools).extracting(Tool::getLabel).containsExactly("nail!", "hack!", "bit!");
      assertThat(((Saw) tools.get(1)).getDoubled()).isEqualTo(8);
      assertThat(shed.sql())
          .containsExactly(
              "SELECT tool.id, tool.name, tool.label, tool.size, tool.doubled,"
                  + " CAST(NULL AS varchar(255)), tool.subclass FROM (SELECT tool.id,"
                  + " tool.name, tool.name || '!'::varchar AS label, CAST(NULL AS"
                  + " integer) AS size, CAST(NULL AS integer) AS doubled, CAST(NULL AS"
                  + " bigint) AS namesakes, 0 AS subclass FROM tool UNION ALL SELECT"
                  + " drill.id, drill.name, drill.name || '!'::varchar AS label,"
                  + " CAST(NULL AS integer) AS size, CAST(NULL AS integer) AS doubled,"
                  + " CAST(NULL AS bigint) AS namesakes, 1 AS subclass FROM drill UNION"
                  + " ALL SELECT saw.id, saw.name, saw.name || '!'::varchar AS label,"
                  + " saw.size, coalesce(saw.size, 1) + coalesce(saw.size, 1) AS"
                  + " doubled, (SELECT count(*) FROM (SELECT tool.id, tool.name,"
                  + " CAST(NULL AS integer) AS size, 0 AS subclass FROM tool UNION ALL"
                  + " SELECT drill.id, drill.name, CAST(NULL AS integer) AS size, 1 AS"
                  + " subclass FROM drill UNION ALL SELECT saw.id, saw.name, saw.size,"
                  + " 2 AS subclass FROM saw) AS other WHERE other.name = saw.name) AS"
                  + " namesakes, 2 AS subclass FROM saw) AS tool ORDER BY tool.id");
      assertThat(((Saw) tools.get(1)).getNamesakes()).isEqualTo(1);
      assertThat(shed.sql()).hasSize(1);
    }
  }

  @Test
  void statementsOverTheClassItselfAskForItsOwnAndInheritedOnes() {
    try (Session session = sessions.open()) {
      Sailboat yawl =
          session
              .scalars(
                  select(SAILBOAT)
                      .where(SAILBOAT.doubled.eq(8), SAILBOAT.label.eq("yawl!"))
                      .options(undefer(SAILBOAT.namesakes)))
              .one();
      Tree oak =
          session
              .scalars(
                  select(TREE)
                      .where(TREE.doubled.eq(8), TREE.label.eq("oak!"))
                      .options(undefer(TREE.namesakes)))
              .one();
      Saw hack =
          session
              .scalars(
                  select(SAW)
                      .where(SAW.doubled.eq(8), SAW.label.eq("hack!"))
                      .options(undefer(SAW.namesakes)))
              .one();
      shed.sql();

      assertThat(yawl.getNamesakes() + oak.getNamesakes() + hack.getNamesakes()).isEqualTo(3);
      assertThat(List.of(yawl.getLabel(), oak.getLabel(), hack.getLabel()))
          .containsExactly("yawl!", "oak!", "hack!");
      assertThat(shed.sql()).isEmpty();
    }
  }

  @Test
  void objectsAreFoundByTheirKeys() {
    try (Session session = sessions.open()) {
      Tree oak = (Tree) session.scalars(select(PLANT).where(PLANT.name.eq("oak"))).one();
      session.refresh(oak);

      assertThat(session.getOne(Tree.class, oak.getId()).getDoubled()).isEqualTo(8);
    }
    try (Session session = sessions.open()) {
      long id = session.scalars(select(SAILBOAT.id)).one();
      assertThat(((Sailboat) session.getOne(Boat.class, id)).getDoubled()).isEqualTo(8);
      assertThat(session.getOne(Sailboat.class, id).getLabel()).isEqualTo("yawl!");
    }
    try (Session session = sessions.open()) {
      long id = session.scalars(select(SAW.id)).one();
      assertThat(session.getOne(Saw.class, id).getLabel()).isEqualTo("hack!");
    }
  }

  @Test
  void rowsOfOtherClassesHaveNullInThem() {
    try (Session session = sessions.open()) {
      List<Row2<String, Integer>> boats =
          session.execute(select(BOAT.label, SAILBOAT.treat(BOAT).doubled).orderBy(BOAT.id)).all();
      List<Row2<String, Integer>> plants =
          session.execute(select(PLANT.label, TREE.treat(PLANT).doubled).orderBy(PLANT.id)).all();
      List<Row2<String, Integer>> tools =
          session.execute(select(TOOL.label, SAW.treat(TOOL).doubled).orderBy(TOOL.id)).all();

      assertThat(boats).extracting(Row2::second).containsExactly(null, 8, null);
      assertThat(plants).extracting(Row2::second).containsExactly(null, 8, null);
      assertThat(tools).extracting(Row2::second).containsExactly(null, 8, null);
    }
  }

  @Test
  void statementsFillAttributesOfClassesBelow() {
    SailboatT sailing = SAILBOAT.treat(BOAT);

    try (Session session = sessions.open()) {
      List<Boat> boats =
          session
              .scalars(
                  select(BOAT)
                      .orderBy(BOAT.id)
                      .options(withExpression(SAILBOAT.rank, sailing.name.concat("?"))))
              .all();
      assertThat(((Sailboat) boats.get(1)).getRank()).isEqualTo("yawl?");
      Tree oak =
          session
              .scalars(select(TREE).options(withExpression(TREE.rank, TREE.name.concat("?"))))
              .one();
      assertThat(oak.getRank()).isEqualTo("oak?");
      assertThat(session.scalars(select(SAW)).one().getRank()).isNull();
    }
  }

  @Test
  void statementsOverAClassFillAttributesOfClassesAbove() {
    try (Session session = sessions.open()) {
      Sailboat yawl =
          session
              .scalars(select(SAILBOAT).options(withExpression(BOAT.label, SAILBOAT.name)))
              .one();

      assertThat(yawl.getLabel()).isEqualTo("yawl");
    }
  }

  @Test
  void theyFollowTheColumnsOfTheirClass() {
    try (Session session = sessions.open()) {
      List<Boat> boats =
          session
              .scalars(select(BOAT).options(withPolymorphic(BOAT, FerryT.FERRY)).orderBy(BOAT.id))
              .all();
      assertThat(shed.sql().get(0))
          .startsWith("SELECT boat.id, boat.name, boat.label, CAST(NULL AS varchar(255)),")
          .doesNotContain("AS doubled");

      assertThat(((Sailboat) boats.get(1)).getDoubled()).isEqualTo(8);
      assertThat(shed.sql()).hasSize(1);
    }
  }

  @Test
  void rowsMayBeChangedBesideThem() {
    sessions.inTransaction(
        session -> {
          session.execute(update(SAILBOAT).set(SAILBOAT.size, 5).where(SAILBOAT.doubled.eq(8)));
          session.execute(update(TREE).set(TREE.size, 5).where(TREE.doubled().eq(8)));
          session.execute(update(SAW).set(SAW.size, 5).where(SAW.name.eq("hack")));

          assertThat(session.scalars(select(SAILBOAT.doubled)).one()).isEqualTo(10);
          assertThat(session.scalars(select(TREE.doubled)).one()).isEqualTo(10);
          assertThat(session.scalars(select(SAW.doubled)).one()).isEqualTo(10);
        });
  }

  @Test
  void aChangeOfTablesThatReadsOneIsRefused() {
    sessions.inTransaction(
        session -> {
          assertThatThrownBy(
                  () -> session.execute(update(TREE).set(TREE.size, 5).where(TREE.doubled.eq(8))))
              .isInstanceOf(UsageException.class)
              .hasMessageContaining("cannot use \"org.aludel.orm.growing.Tree.doubled\" here");
          assertThatThrownBy(
                  () -> session.execute(update(TOOL).set(TOOL.name, "x").where(TOOL.label.eq("y"))))
              .hasMessageContaining("cannot use \"org.aludel.orm.growing.Tool.label\" here");
          assertThatThrownBy(
                  () ->
                      session.execute(
                          update(PLANT)
                              .set(PLANT.name, "x")
                              .where(PLANT.name.eq("y"))
                              .returning(PLANT)))
              .hasMessageContaining("an expression, which no table stores");
        });
  }
}
