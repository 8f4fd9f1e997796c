"""Turkish."""

from __future__ import annotations

from digest.languages._language import Language, phrases, words

LANGUAGE = Language(
    code="tr",
    name="Turkish",
    stemmer="turkish",
    stop_words=words("""
        acaba ama ancak arasında artık aslında ayrıca az bazı belki ben bile bir biri birkaç birçok biz bu buna bunda
        bundan bunlar bunları bunun burada çok çünkü da daha dahi de değil defa dedi diye dolayı eden eğer en etti
        ettiği
        fakat gibi göre hâlâ halen hangi hem hep hepsi her herhangi hiç için ile ilgili ise işte kadar karşı kendi kez
        ki kim mi mı mu mü nasıl ne neden nedenle niye o olan olarak oldu olduğu olduğunu olması olmak olur on ona ondan
        onlar onları onun oysa öyle rağmen sadece sanki sen siz sonra şey şu şunu tarafından tüm üzere üzerinde var ve
        veya ya yani yapılan yaptığı yeni yerine yine yok yüzde zaman ilk iki
    """),
    letters="çğıöşüâî",
    abbreviations=words("""
        dr prof doç yrd av müh öğr gör alb gen org yzb tğm bkz örn sn st mah cad sok apt no tel çev haz der yay bnb yb
        korg tümg tuğg bk uzm arş ecz mim bşk gn
    """),
    number_abbreviations=words("s sf md c cilt oca şub nis ağu eyl eki kas yak max"),
    closing_abbreviations=words("vb vs a.ş ltd şti m.ö m.s vd"),
    capital_abbreviations=words("kur md yard hz"),
    final_abbreviations=words("vb vs"),
    starters=words("""
        bu o bir ve ama ancak fakat ayrıca daha sonra şu her bunun onun için ise biz ben onlar bugün dün
    """),
    ordinal_stop=True,
    pronouns=words("""
        o onlar bu bunlar şu şunlar onun onların bunun bunların ona buna onu bunu onları bunları ondan bundan böyle
        öyle kendisi kendileri ikisi
    """),
    connectives=words("""
        ama fakat ancak ve veya ya ayrıca dolayısıyla böylece sonra ardından yine oysa halbuki çünkü üstelik ise
        nitekim öte aynı
    """),
    connective_phrases=phrases("""
        bu nedenle, bu yüzden, bunun üzerine, bunun yanı sıra, buna rağmen, buna karşın, bununla birlikte, öte yandan,
        diğer yandan, örneğin, aynı zamanda, bu arada, bu durumda, daha sonra, bundan sonra, bunun için
    """),
    personal=words("o onlar"),
    times=words("hafta ay yıl yılın sabah akşam yaz kış bahar kez sezon gece gün"),
    first_person=words("ben biz benim bizim bana bize beni bizi"),
    speech=words("dedi söyledi belirtti açıkladı ifade kaydetti vurguladı konuştu bildirdi göre anlattı ekledi diyen"),
    bonus=words("""
        önemli ana ilk yeni rekor büyük açıkladı karar kabul doğruladı öldü hayatını yaralandı kazandı kaybetti
        gözaltına sonuç milyon milyar yüzde
    """),
    stigma=words("belki yaklaşık örneğin fotoğraf görüntü video okuyun paylaş tıklayın"),
)
