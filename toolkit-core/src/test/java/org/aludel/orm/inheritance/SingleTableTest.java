package org.aludel.orm.inheritance;

import static org.aludel.orm.query.Loading.selectIn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.aludel.error.UsageException;
import org.aludel.orm.mapping.Registry;
import org.aludel.orm.session.Session;
import org.aludel.orm.zoo.Animal;
import org.aludel.orm.zoo.AnimalT;
import org.aludel.orm.zoo.Cat;
import org.aludel.orm.zoo.CatT;
import org.aludel.orm.zoo.Dog;
import org.aludel.orm.zoo.DogT;
import org.aludel.orm.zoo.Keeper;
import org.aludel.orm.zoo.KeeperT;
import org.aludel.orm.zoo.Lion;
import org.aludel.orm.zoo.LionT;
import org.aludel.orm.zoo.Toy;
import org.aludel.orm.zoo.ToyT;
import org.aludel.orm.zoo.ZooBase;
import org.aludel.sql.Predicate;
import org.aludel.sql.Sql;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@PostgresTest
final class SingleTableTest {
  private static final Registry REGISTRY = Registry.of(ZooBase.class);
  private static final AnimalT ANIMAL = AnimalT.ANIMAL;
  private static final CatT CAT = CatT.CAT;

  private HierarchyDatabase zoo;

  @BeforeEach
  void create(TestDatabase database) {
    zoo = new HierarchyDatabase(database, REGISTRY);
  }

  /** Ids 1 to 3. */
  private void fill() {
    zoo.sessions.inTransaction(
        session -> {
          Keeper ada = session.add(new Keeper("ada"));
          Cat tom = new Cat("tom", "grey", 9);
          tom.getToys().add(new Toy("mouse", tom));
          ada.getAnimals().add(tom);
          ada.getAnimals().add(new Lion("leo", "gold", "north"));
          ada.getAnimals().add(new Dog("rex", true));
        });
    zoo.sql();
  }

  @Test
  void oneTableHoldsAllClasses() {
    assertThat(HierarchyDatabase.ddl(REGISTRY))
        .anySatisfy(
            sql ->
                assertThat(sql)
                    .startsWith("CREATE TABLE animal (")
                    .contains(
                        "kind varchar(20) NOT NULL",
                        "fur varchar(255)",
                        "lives integer",
                        "pride varchar(255)",
                        "trained boolean",
                        "enemy_id bigint")
                    .doesNotContain("lives integer NOT NULL", "pride varchar(255) NOT NULL"));
  }

  @Test
  void rowsHaveTheDiscriminatorOfTheirClass() {
    fill();

    assertThat(zoo.query("SELECT kind, name, fur, lives, pride, trained FROM animal ORDER BY id"))
        .containsExactlyInAnyOrder(
            Arrays.asList("cat", "tom", "grey", "9", null, null),
            Arrays.asList("Lion", "leo", "gold", "1", "north", null),
            Arrays.asList("dog", "rex", null, null, null, "t"));
  }

  @Test
  void theRootGivesObjectsOfAllClassesWithOneStatement() {
    fill();

    try (Session session = zoo.sessions.open()) {
      List<Animal> all = session.scalars(Sql.select(ANIMAL).orderBy(ANIMAL.name)).all();

      assertThat(all)
          .extracting(Object::getClass)
          .containsExactly(Lion.class, Dog.class, Cat.class);
      assertThat(((Lion) all.get(0)).getPride()).isEqualTo("north");
      assertThat(((Lion) all.get(0)).getFur()).isEqualTo("gold");
      assertThat(((Dog) all.get(1)).isTrained()).isTrue();
      assertThat(((Cat) all.get(2)).getLives()).isEqualTo(9);
    }

    assertThat(zoo.sql())
        .containsExactly(
            "SELECT animal.id, animal.name, animal.version, animal.keeper_id, animal.fur,"
                + " animal.lives, animal.pride, animal.trained, animal.enemy_id, animal.kind"
                + " FROM animal ORDER BY animal.name");
  }

  @Test
  void aSubclassGivesItsOwnRowsAndThoseBelowIt() {
    fill();

    try (Session session = zoo.sessions.open()) {
      List<Cat> cats =
          session.scalars(Sql.select(CAT).where(CAT.lives.ge(1)).orderBy(CAT.name)).all();

      assertThat(cats).extracting(Cat::getName).containsExactly("leo", "tom");
    }

    assertThat(zoo.sql())
        .containsExactly(
            "SELECT cat.id, cat.name, cat.version, cat.keeper_id, cat.fur, cat.lives, cat.pride,"
                + " cat.kind FROM (SELECT animal.id, animal.name, animal.version,"
                + " animal.keeper_id, animal.fur, animal.lives, animal.pride, animal.kind"
                + " FROM animal WHERE animal.kind IN ('cat', 'Lion')) AS cat"
                + " WHERE cat.lives >= ? ORDER BY cat.name");
  }

  @Test
  void theClassesOfAHierarchyShareOneIdentity() {
    fill();

    try (Session session = zoo.sessions.open()) {
      Animal animal = session.getOne(Animal.class, idOf("tom"));

      assertThat(session.get(Cat.class, idOf("tom"))).isSameAs(animal);
      assertThat(session.get(Dog.class, idOf("tom"))).isNull();
      assertThat(session.get(Lion.class, idOf("tom"))).isNull();
    }
  }

  private long idOf(String name) {
    return Long.parseLong(
        zoo.query("SELECT id FROM animal WHERE name = '" + name + "'").get(0).get(0));
  }

  @Test
  void aChangeOfASubclassAttributeIsOneUpdateOfOneColumn() {
    fill();
    zoo.sql();

    zoo.sessions.inTransaction(
        session ->
            session.scalars(Sql.select(ANIMAL)).stream()
                .filter(Cat.class::isInstance)
                .forEach(cat -> ((Cat) cat).setLives(3)));

    assertThat(zoo.sql().subList(1, 3))
        .containsOnly("UPDATE animal SET lives = ?, version = ? WHERE id = ? AND version = ?");
    assertThat(zoo.query("SELECT lives, version FROM animal WHERE lives IS NOT NULL"))
        .containsExactly(List.of("3", "2"), List.of("3", "2"));
  }

  @Test
  void aReferenceToTheRootIsReadWithTheRows() {
    fill();
    zoo.sessions.inTransaction(
        session ->
            session
                .scalars(Sql.select(KeeperT.KEEPER))
                .one()
                .setFavourite(session.getOne(Animal.class, idOf("rex"))));
    zoo.sql();

    try (Session session = zoo.sessions.open()) {
      Keeper ada = session.scalars(Sql.select(KeeperT.KEEPER)).one();

      assertThat(ada.getFavourite()).isExactlyInstanceOf(Dog.class);
      assertThat(session.hasChanges()).isFalse();
    }

    assertThat(zoo.sql()).hasSize(2);
  }

  @Test
  void collectionsOfTheRootHoldAllClasses() {
    fill();

    try (Session session = zoo.sessions.open()) {
      Keeper ada = session.scalars(Sql.select(KeeperT.KEEPER)).one();

      assertThat(ada.getAnimals())
          .extracting(Object::getClass)
          .containsExactlyInAnyOrder(Cat.class, Lion.class, Dog.class);
      assertThat(ada.getAnimals()).allSatisfy(one -> assertThat(one.getKeeper()).isSameAs(ada));
    }
  }

  @Test
  void collectionsOfASubclassLoadAndFlush() {
    fill();

    zoo.sessions.inTransaction(
        session -> {
          Cat tom = session.getOne(Cat.class, idOf("tom"));
          assertThat(tom.getToys()).extracting(Toy::getName).containsExactly("mouse");
          tom.getToys().add(new Toy("ball", null));
          Lion leo = session.getOne(Lion.class, idOf("leo"));
          leo.getToys().add(new Toy("bone", null));
        });

    assertThat(zoo.query("SELECT t.name, a.name FROM toy t JOIN animal a ON a.id = t.cat_id"))
        .containsExactlyInAnyOrder(
            List.of("mouse", "tom"), List.of("ball", "tom"), List.of("bone", "leo"));
  }

  @Test
  void orphansOfACollectionThatASuperclassDeclaresAreDeleted() {
    fill();
    zoo.sessions.inTransaction(
        session -> session.getOne(Lion.class, idOf("leo")).getToys().add(new Toy("bone", null)));

    zoo.sessions.inTransaction(
        session -> session.getOne(Lion.class, idOf("leo")).getToys().clear());

    assertThat(zoo.query("SELECT name FROM toy")).containsExactly(List.of("mouse"));
  }

  @Test
  void deletingTheOwnerDeletesObjectsOfAllClasses() {
    fill();

    zoo.sessions.inTransaction(
        session -> session.delete(session.scalars(Sql.select(KeeperT.KEEPER)).one()));

    assertThat(zoo.query("SELECT count(*) FROM animal")).containsExactly(List.of("0"));
    assertThat(zoo.query("SELECT count(*) FROM toy")).containsExactly(List.of("0"));
  }

  @Test
  void aUniqueValueGoesFromOneClassToAnother() {
    fill();

    zoo.sessions.inTransaction(
        session -> {
          session.delete(session.getOne(Dog.class, idOf("rex")));
          session.add(new Cat("rex", "black", 7));
        });

    assertThat(zoo.query("SELECT kind FROM animal WHERE name = 'rex'"))
        .containsExactly(List.of("cat"));
  }

  @Test
  void anUnknownDiscriminatorIsNamed() {
    zoo.run("INSERT INTO animal (name, version, kind) VALUES ('nemo', 1, 'fish')");

    try (Session session = zoo.sessions.open()) {
      assertThatThrownBy(() -> session.scalars(Sql.select(ANIMAL)))
          .isInstanceOf(UsageException.class)
          .hasMessageContaining("ORM-SESSION-OTHER-CLASS")
          .hasMessageContaining("the discriminator \"fish\"")
          .hasMessageContaining("one of Lion, cat, dog");
    }
  }

  @Test
  void statementsChangeRowsOfTheirClassAlone() {
    fill();
    zoo.sql();

    zoo.sessions.inTransaction(
        session -> {
          session.execute(Sql.update(CAT).set(CAT.fur, "white").where(CAT.name.isNotNull()));
          session.execute(Sql.delete(LionT.LION).all());
          session.execute(
              Sql.insert(DogT.DOG)
                  .set(DogT.DOG.name, "bob")
                  .set(DogT.DOG.version, 1)
                  .set(DogT.DOG.trained, false));
        });

    assertThat(zoo.sql())
        .contains(
            "UPDATE animal SET fur = ? WHERE name IS NOT NULL AND (kind IN ('cat', 'Lion'))"
                + " RETURNING id",
            "DELETE FROM animal WHERE kind = 'Lion' RETURNING id");
    assertThat(zoo.query("SELECT kind, name, fur FROM animal ORDER BY name"))
        .containsExactly(
            Arrays.asList("dog", "bob", null),
            Arrays.asList("dog", "rex", null),
            Arrays.asList("cat", "tom", "white"));
  }

  @Test
  void theClassOfARowIsACondition() {
    fill();

    try (Session session = zoo.sessions.open()) {
      assertThat(names(session, ANIMAL.type().eq(Cat.class))).containsExactly("tom");
      assertThat(names(session, ANIMAL.type().ne(Cat.class))).containsExactly("leo", "rex");
      assertThat(names(session, ANIMAL.type().isA(Cat.class))).containsExactly("leo", "tom");
      assertThat(names(session, ANIMAL.type().in(Cat.class, Dog.class)))
          .containsExactly("rex", "tom");
      assertThat(names(session, ANIMAL.type().in())).isEmpty();
      assertThat(names(session, ANIMAL.type().notIn(Lion.class, Dog.class))).containsExactly("tom");
    }

    assertThat(zoo.sql().get(0))
        .isEqualTo("SELECT animal.name FROM animal WHERE animal.kind = 'cat' ORDER BY animal.name");
  }

  private static List<String> names(Session session, Predicate condition) {
    return session.scalars(Sql.select(ANIMAL.name).where(condition).orderBy(ANIMAL.name)).all();
  }

  @Test
  void attributesOfASubclassCanBeReadInTheRowsOfTheRoot() {
    fill();

    try (Session session = zoo.sessions.open()) {
      assertThat(
              session
                  .scalars(
                      Sql.select(ANIMAL)
                          .where(
                              Sql.or(
                                  CAT.treat(ANIMAL).lives.gt(5),
                                  DogT.DOG.treat(ANIMAL).trained.eq(true)))
                          .orderBy(ANIMAL.name))
                  .all())
          .extracting(Animal::getName)
          .containsExactly("rex", "tom");
      assertThatThrownBy(() -> session.scalars(Sql.select(CAT.treat(ANIMAL))))
          .isInstanceOf(UsageException.class)
          .hasMessageContaining("ORM-SESSION-UNSUPPORTED");
    }
  }

  @Test
  void aPathCanLeadToObjectsOfASubclassAlone() {
    fill();
    KeeperT keeper = KeeperT.KEEPER;

    try (Session session = zoo.sessions.open()) {
      assertThat(
              session
                  .scalars(
                      Sql.select(keeper.name)
                          .where(keeper.animals.ofType(CAT).any(CAT.lives.eq(9))))
                  .all())
          .containsExactly("ada");
      assertThat(
              session
                  .scalars(
                      Sql.select(CAT.name)
                          .from(keeper)
                          .join(keeper.animals.ofType(CAT))
                          .orderBy(CAT.name))
                  .all())
          .containsExactly("leo", "tom");
    }
  }

  @Test
  void optionsNameRelationshipsOfSubclasses() {
    fill();

    try (Session session = zoo.sessions.open()) {
      List<Animal> all = session.scalars(Sql.select(ANIMAL).options(selectIn(CAT.toys))).all();
      zoo.sql();

      all.stream()
          .filter(Cat.class::isInstance)
          .forEach(cat -> assertThat(((Cat) cat).getToys()).hasSizeLessThan(2));
      assertThat(zoo.sql()).isEmpty();
    }
  }

  @Test
  void countsAndGroupsAreOfRows() {
    fill();

    try (Session session = zoo.sessions.open()) {
      assertThat(session.scalar(Sql.select(Sql.count()).from(ANIMAL))).isEqualTo(3L);
      assertThat(session.scalar(Sql.select(Sql.count()).from(CAT))).isEqualTo(2L);
    }
  }

  @Test
  void relationshipsOfSubclassesCanBeAskedAbout() {
    fill();

    try (Session session = zoo.sessions.open()) {
      assertThat(
              session
                  .scalars(Sql.select(CAT.name).where(CAT.toys.any(ToyT.TOY.name.eq("mouse"))))
                  .all())
          .containsExactly("tom");
      assertThat(
              session
                  .scalars(Sql.select(ToyT.TOY.name).where(ToyT.TOY.cat.has(CAT.lives.eq(9))))
                  .all())
          .containsExactly("mouse");
      assertThat(session.execute(Sql.select(ToyT.TOY.name, CAT.fur).join(ToyT.TOY.cat)).all())
          .hasSize(1);
    }
  }
}
