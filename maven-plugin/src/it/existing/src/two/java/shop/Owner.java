package shop;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import java.util.ArrayList;
import java.util.List;
import org.aludel.orm.annotation.SqlType;

@Entity
public class Owner extends Base {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  @SqlType("text")
  @Column(nullable = false)
  private String name;

  @SqlType("text")
  private String email;

  @OneToMany(mappedBy = "owner")
  private List<PetAnimal> petAnimals = new ArrayList<>();

  /** For the session; new objects begin empty. */
  public Owner() {}

  public Long getId() {
    return id;
  }

  public void setId(Long id) {
    this.id = id;
  }

  public String getName() {
    return name;
  }

  public void setName(String name) {
    this.name = name;
  }

  public List<PetAnimal> getPetAnimals() {
    return petAnimals;
  }

  @Override
  public String toString() {
    return "Owner(id=" + id + ", name=" + name + ")";
  }
}
