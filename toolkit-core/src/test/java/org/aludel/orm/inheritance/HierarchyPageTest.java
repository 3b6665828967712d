package org.aludel.orm.inheritance;

import static org.aludel.orm.zoo.AnimalT.ANIMAL;
import static org.aludel.orm.zoo.CatT.CAT;
import static org.aludel.orm.zoo.KeeperT.KEEPER;
import static org.aludel.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.aludel.orm.mapping.Registry;
import org.aludel.orm.session.Session;
import org.aludel.orm.zoo.Animal;
import org.aludel.orm.zoo.Cat;
import org.aludel.orm.zoo.Dog;
import org.aludel.orm.zoo.Keeper;
import org.aludel.orm.zoo.ZooBase;
import org.aludel.sql.Select;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The statements of docs/orm/inheritance.md, as they stand there. */
@PostgresTest
final class HierarchyPageTest {
  private HierarchyDatabase zoo;

  @BeforeEach
  void create(TestDatabase database) {
    zoo = new HierarchyDatabase(database, Registry.of(ZooBase.class));
    zoo.sessions.inTransaction(
        session -> {
          Keeper ada = session.add(new Keeper("ada"));
          ada.getAnimals().add(new Cat("tom", "grey", 9));
          ada.getAnimals().add(new Dog("rex", true));
        });
  }

  @Test
  void reading() {
    try (Session session = zoo.sessions.open()) {
      List<Animal> all = session.scalars(select(ANIMAL)).all();
      List<Cat> cats = session.scalars(select(CAT)).all();

      assertThat(all).hasSize(2);
      assertThat(cats).hasSize(1);
      Long id = cats.get(0).getId();
      assertThat(session.get(Animal.class, id)).isSameAs(session.get(Cat.class, id));
    }
  }

  @Test
  void askingForClasses() {
    try (Session session = zoo.sessions.open()) {
      Select<String> exactly = select(ANIMAL.name).where(ANIMAL.type().eq(Cat.class));
      Select<String> below = select(ANIMAL.name).where(ANIMAL.type().isA(Cat.class));
      Select<String> treated = select(ANIMAL.name).where(CAT.treat(ANIMAL).lives.gt(5));
      Select<String> keepers =
          select(KEEPER.name).where(KEEPER.animals.ofType(CAT).any(CAT.lives.eq(9)));
      Select<String> joined = select(CAT.name).from(KEEPER).join(KEEPER.animals.ofType(CAT));

      assertThat(session.scalars(exactly).all()).containsExactly("tom");
      assertThat(session.scalars(below).all()).containsExactly("tom");
      assertThat(session.scalars(treated).all()).containsExactly("tom");
      assertThat(session.scalars(keepers).all()).containsExactly("ada");
      assertThat(session.scalars(joined).all()).containsExactly("tom");
    }
  }
}
