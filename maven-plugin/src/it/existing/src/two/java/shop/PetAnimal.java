package shop;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import org.aludel.orm.annotation.ServerDefault;
import org.aludel.orm.annotation.SqlType;

@Entity
public class PetAnimal extends Base {
  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "pet_animal_id_seq")
  @SequenceGenerator(
      name = "pet_animal_id_seq",
      sequenceName = "pet_animal_id_seq",
      allocationSize = 1)
  private Integer id;

  @Column(length = 40)
  private String nick;

  @Convert(converter = Way.Labels.class)
  @SqlType("way")
  @Column(nullable = false)
  @ServerDefault(sql = "'in-out'::way")
  private Way way;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "owner_id", foreignKey = @ForeignKey(name = "fk_pet"))
  private Owner owner;

  /** For the session; new objects begin empty. */
  public PetAnimal() {}

  public Integer getId() {
    return id;
  }

  public void setId(Integer id) {
    this.id = id;
  }

  public String getNick() {
    return nick;
  }

  public void setNick(String nick) {
    this.nick = nick;
  }

  public Way getWay() {
    return way;
  }

  public void setWay(Way way) {
    this.way = way;
  }

  public Owner getOwner() {
    return owner;
  }

  public void setOwner(Owner owner) {
    this.owner = owner;
  }

  @Override
  public String toString() {
    return "PetAnimal(id=" + id + ", nick=" + nick + ", way=" + way + ")";
  }
}
