package pdf

func Dense(p *Plate) int { return p.layout.dense }
