package org.aludel.orm.filled;

import static org.aludel.sql.Sql.count;
import static org.aludel.sql.Sql.scalar;
import static org.aludel.sql.Sql.select;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import java.util.ArrayList;
import java.util.List;
import org.aludel.orm.annotation.ColumnProperty;
import org.aludel.orm.annotation.Deferred;
import org.aludel.orm.annotation.Hybrid;
import org.aludel.sql.Expression;

/** Counts its songs, unless a statement counts otherwise. */
@Entity
@SuppressWarnings("NullAway.Init") // rows fill them
public class Singer extends StudioBase {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  private String name;

  @ColumnProperty @Deferred private long songCount;

  @OneToMany(
      mappedBy = "singer",
      cascade = {CascadeType.PERSIST, CascadeType.MERGE})
  @OrderBy("id")
  private List<Song> songs = new ArrayList<>();

  protected Singer() {}

  public Singer(String name) {
    this.name = name;
  }

  public Long getId() {
    return id;
  }

  public String getName() {
    return name;
  }

  public long getSongCount() {
    return songCount;
  }

  @Hybrid
  static Expression<Long> songCount(SingerT singer) {
    SongT song = SongT.SONG.as("counted");
    return scalar(select(count()).from(song).where(song.singer.id.eq(singer.id)));
  }

  public List<Song> getSongs() {
    return songs;
  }
}
