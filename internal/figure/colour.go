package figure

// colours are the sRGB values of the roles, 0xRRGGBB: by day, and by night on a dark screen.
//
// By day whatever a reader needs (ink, props, accent, mark) is darker than half, and whatever only
// shades an area is lighter: a copier that knows nothing but black and white keeps the one and
// drops the other.
var colours = [...][2]uint32{
	Ink:        {0x1f2933, 0xe8edf0},
	Paper:      {0xffffff, 0x14191d},
	Far:        {0xd5dbdf, 0x333d44},
	HelperNear: {0xb9dcdd, 0x1d4a4e},
	HelperFar:  {0x8fc3c6, 0x123538},
	Prop:       {0x66727a, 0x93a0a8},
	PropLight:  {0xe6eaec, 0x262e33},
	Accent:     {0x095c62, 0x6fd0d6},
	AccentTint: {0xa9d3d5, 0x1f5a5f},
	Mark:       {0xb3261e, 0xff8a80},
}

// Colour is the role's colour on white paper, 0xRRGGBB.
func (r Role) Colour() uint32 { return colours[r][0] }
