"""What the gateway holds of people: nothing that outlives a minute."""

from lapa_kit.privacy import Privacy

privacy = Privacy()
