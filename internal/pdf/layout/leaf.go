package layout

// leaf fits a sheet on its leaf. Where open blocks do not fit, all that can give way do so at once, and
// come back in order of importance.
func (f *fitter) leaf() (*Fit, error) {
	best, err := f.first(0, f.ladder.Tight)
	if best != nil || err != nil {
		return best, err
	}
	for i := f.ladder.Base; i < len(f.ladder.Sizes) && best == nil; i++ {
		for form := uint8(1); form <= 2 && best == nil; form++ {
			if best, err = f.try(i, form); err != nil {
				return nil, err
			}
		}
	}
	if best == nil {
		return nil, nil
	}
	if best, err = f.opened(best); err != nil {
		return nil, err
	}
	climbed := false
	for best.Rung <= f.ladder.Base && best.Rung > f.ladder.Tight {
		more, err := f.try(best.Rung-1, best.Forms...)
		if err != nil {
			return nil, err
		}
		if more == nil {
			break
		}
		best, climbed = more, true
	}
	if !climbed {
		return best, nil
	}
	return f.opened(best) // larger figures may have moved a page's end
}

// opened gives blocks back their open form as long as all fits, those that matter most first.
func (f *fitter) opened(best *Fit) (*Fit, error) {
	for rank := range ranks {
		for i, b := range f.blocks {
			if b.Rank != rank || best.Forms[i] == 0 {
				continue
			}
			for form := range best.Forms[i] {
				forms := append([]uint8(nil), best.Forms...)
				forms[i] = form
				more, err := f.try(best.Rung, forms...)
				if err != nil {
					return nil, err
				}
				if more != nil {
					best = more
					break
				}
			}
		}
	}
	return best, nil
}
