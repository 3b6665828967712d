package org.aludel.orm.condition;

import jakarta.persistence.ManyToMany;
import jakarta.persistence.MappedSuperclass;
import java.util.ArrayList;
import java.util.List;
import org.aludel.orm.annotation.JoinCondition;

/** Has the attribute; each entity says its condition. */
@MappedSuperclass
public abstract class Dated extends MusicBase {
  @ManyToMany @JoinCondition private List<Era> eras = new ArrayList<>();

  public List<Era> getEras() {
    return eras;
  }
}
