import type { Question } from '../../functions/questions/question.ts'
import { type Both, map, outline } from './demonstration.ts'
import { certificate, unescoJoined } from './sources.ts'

type Asked = Pick<Question, 'slug' | 'question' | 'answer'> &
  Partial<Pick<Question, 'asOf' | 'sources' | 'home' | 'version'>>

const both = (vi: string, en: string): Both => ({ vi, en })

const learning: Asked[] = [
  {
    slug: 'thanh-pho-hoc-tap-la-gi',
    home: true,
    question: both('Thành phố học tập UNESCO là gì?', 'What is a UNESCO learning city?'),
    answer: [
      both(
        'Là thành phố dồn những gì mình có để ai cũng học được: trong trường, trong nhà, ngoài xóm, ở chỗ làm, bằng công nghệ mới, suốt cả đời.',
        'A city that uses what it has so that everyone can learn: at school, at home, in the neighborhood, at work, with modern technology, for a lifetime.',
      ),
      both(
        'Thành phố Hồ Chí Minh vào Mạng lưới Thành phố học tập toàn cầu của UNESCO ngày 14/2/2024, nhận chứng nhận ngày 30/3/2024. Cứ hai năm, thành viên gửi UNESCO một báo cáo tiến độ.',
        'Ho Chi Minh City joined the UNESCO Global Network of Learning Cities on 14 February 2024 and received the certificate on 30 March 2024. Members send UNESCO a progress report every two years.',
      ),
    ],
    asOf: '2024-03-30',
    sources: [unescoJoined, certificate],
  },
  {
    slug: 'muc-tieu-chinh',
    question: both('Mục tiêu chính là gì?', 'What is the main goal?'),
    answer: [
      both(
        'Ai cũng được học, học suốt đời, không ai bị bỏ lại. Thành phố đi ba hướng: chính sách và môi trường, người lao động, không bỏ ai lại.',
        'That everyone can learn, for a lifetime, and nobody is left behind. The city works in three areas: policy and environment, workforce development, inclusivity.',
      ),
      both(
        'Thành phố từng đặt mốc cuối năm 2025 để thành thành phố học tập đầy đủ. Mốc đó đã qua; kết quả chưa công bố ở đây.',
        'The city once set the end of 2025 as the day to be a fully-fledged learning city. That day has passed; the outcome is not published here yet.',
      ),
    ],
    asOf: '2025-12-31',
    sources: [outline],
  },
  {
    slug: 'co-nhung-viec-gi',
    question: both('Thành phố đang làm những việc gì?', 'What does the city do, for example?'),
    answer: [
      both(
        'Cho học trò khó khăn: Heo đất học tập, Cha mẹ tinh thần, Học bổng 1-1. Cho mọi người: Tuần lễ hưởng ứng học tập suốt đời, thư viện lưu động, trung tâm học tập cộng đồng, kể chuyện Bác Hồ, mô hình Xã hội học tập.',
        'For students in need: Learning Piggy Banks, Spiritual Parents, 1-to-1 Scholarships. For everyone: Lifelong Learning Week, mobile libraries, Community Learning Centers, Uncle Ho storytelling, the Learning Society model.',
      ),
      both(
        'Mỗi việc có một trang ở mục Chương trình: làm gì, ở đâu, cách vào, hỏi ai.',
        'Each has its page under Programs: what it is, where, how to join, whom to ask.',
      ),
    ],
    asOf: outline.asOf,
    sources: [outline],
  },
  {
    slug: 'hoc-tro-kho-khan',
    home: true,
    question: both('Học trò khó khăn được giúp ra sao?', 'How are disadvantaged students supported?'),
    answer: [
      both(
        'Bằng tiền: tiền trường, tập vở, đồ dùng học tập. Bằng người: người lớn kèm bài, hỏi han, có mặt khi em cần.',
        'With money: fees, notebooks, supplies. And with people: adults who tutor, ask how things are and are there when needed.',
      ),
      both(
        'Biết một em cần giúp thì nói riêng với hội khuyến học phường. Đừng đăng tên, hình, trường hay nhà của em lên mạng; trang này cũng không đăng.',
        'If you know a child who needs help, tell the ward’s association in private. Post no name, picture, school or home of a child online; this site does not either.',
      ),
    ],
  },
  {
    slug: 'nang-cap-trung-tam',
    question: both(
      'Trung tâm học tập cộng đồng được nâng cấp ra sao?',
      'How are the Community Learning Centers improved?',
    ),
    answer: [
      both(
        'Bằng ba việc: thêm thiết bị tin học, thêm tài liệu số, bồi dưỡng người dạy và người quản lý.',
        'In three ways: IT equipment, digital resources, and training for those who teach and manage.',
      ),
      both(
        'Trung tâm nào đã xong tới đâu thì trang này chưa có số liệu. Muốn biết chỗ mình, hỏi thẳng trung tâm hoặc hội khuyến học phường.',
        'How far each center has come is not known here yet. To learn about yours, ask the center or the ward’s association.',
      ),
    ],
    asOf: outline.asOf,
    sources: [outline],
  },
  {
    slug: 'co-ton-tien-khong',
    question: both('Đi học có tốn tiền không?', 'Does it cost anything to join?'),
    answer: [
      both(
        'Tuần lễ học tập suốt đời không tốn tiền. Ghi tên Gia đình học tập cũng không. Lớp ở trung tâm thì mỗi nơi mỗi khác, hỏi trước khi ghi tên.',
        'Lifelong Learning Week is free, and so is signing up as a Learning Family. Courses at the centers differ from place to place, so ask before you sign up.',
      ),
      both(
        'Góp tiền không phải là điều kiện để được học. Ai đòi góp mới cho vào học thì báo hội khuyến học phường.',
        'Giving is never a condition for learning. If someone asks for a gift before letting you in, tell the ward’s association.',
      ),
    ],
  },
  {
    slug: 'lon-tuoi-hoc-duoc-khong',
    question: both('Lớn tuổi rồi, học được không?', 'Is it for older people too?'),
    answer: [
      both(
        'Được. Học cả đời là vậy. Người nghỉ hưu, người nội trợ, người khuyết tật nằm ngay trong mục tiêu của thành phố.',
        'Yes: that is what lifelong means. Retirees, homemakers and people with disabilities are named in the city’s own aims.',
      ),
      both(
        'Dễ bắt đầu nhất là lớp xài điện thoại ở trung tâm học tập cộng đồng, xe thư viện ghé xóm, hoặc một buổi kể chuyện. Đi lại khó thì gọi trước, hỏi lối vào có bậc không.',
        'The easiest start is a phone course at the Community Learning Center, a mobile library nearby, or a storytelling session. If walking is hard, call ahead and ask about steps.',
      ),
    ],
  },
  {
    slug: 'khong-co-dien-thoai-thong-minh',
    question: both('Không có điện thoại thông minh thì sao?', 'What if I have no smartphone?'),
    answer: [
      both(
        'Tới hội khuyến học phường. Hỏi ở đó có lớp nào gần nhà, nhờ mở trang này xem giùm. Học thì đâu cần điện thoại.',
        'Go to the ward’s learning promotion association. Ask there for courses near home, and to look at this site with you. Learning itself takes no phone.',
      ),
      both(
        'Muốn góp thì bỏ heo đất ở tiệm, ở trường. Heo đó chưa có trang riêng ở đây; sổ thu chi chỉ ghi tiền góp qua trang này.',
        'To give, feed a piggy bank in a shop or a school. Those do not have pages here yet; the public book holds only gifts made on this site.',
      ),
    ],
  },
  {
    slug: 'quan-toi-dau-roi',
    question: both('Sao không thấy quận của tôi?', 'Why did my district vanish?'),
    answer: [
      both(
        'Từ ngày 1/7/2025 không còn quận, huyện. Thành phố nhập với Bình Dương và Bà Rịa – Vũng Tàu, nay có 168 phường, xã, đặc khu.',
        'Since 1 July 2025 there are no districts. The city merged with Binh Duong and Ba Ria – Vung Tau and now has 168 wards, communes and one special zone.',
      ),
      both(
        'Vào mục Phường xã, gõ tên cũ, có dấu hay không dấu đều được. Có phường cũ chia cho mấy nơi; khi đó trang hỏi lại chứ không đoán.',
        'Open Wards and type the old name, with or without marks. Some former wards were divided; then the site asks you rather than guess.',
      ),
      both(
        'Chương trình còn mang tên quận, huyện vì bà con quen gọi vậy.',
        'Programs keep the names of districts because that is what people call them.',
      ),
    ],
    asOf: '2025-07-01',
    sources: [map],
  },
]

const giving: Asked[] = [
  {
    slug: 'tien-di-dau',
    home: true,
    question: both('Tiền góp đi đâu?', 'Where does the money go?'),
    answer: [
      both(
        'Vào tài khoản của pháp nhân ghi trên trang chương trình, để làm đúng việc ghi ở mục Dùng vào việc. Mỗi khoản quỹ nhận là một dòng trong sổ thu chi, ai cũng đọc được; tiền chi ra cũng ghi vào sổ đó.',
        'To the account of the legal entity named on the program page, for the purpose written there. Every gift received is a line of the public book, which everyone can read; what is paid out is written in the same book.',
      ),
      both(
        'Mỗi chương trình có ngày phải báo cáo. Quá ngày mà chưa có báo cáo thì chương trình tự ngừng nhận góp.',
        'Each program has a day by which it must report. Once that day has passed without a report, it stops taking gifts by itself.',
      ),
    ],
  },
  {
    slug: 'ai-nhan-tien',
    question: both('Ai nhận tiền?', 'Who takes the money?'),
    answer: [
      both(
        'Một pháp nhân, không phải một người. Tên, mã số thuế, giấy phép, địa chỉ, người phụ trách kế toán và mọi số tài khoản đều ghi ở trang Chúng tôi là ai. Trang chương trình nào cũng ghi tên pháp nhân nhận tiền của chương trình đó.',
        'A legal entity, never a person. Name, tax code, license, address, accounting officer and every account number stand on the page Who we are. Each program page names the entity that takes its money.',
      ),
      both(
        'Tài khoản nào không có trong đó thì không phải của chương trình.',
        'An account that is not there does not belong to the program.',
      ),
    ],
  },
  {
    slug: 'it-nhat-bao-nhieu',
    version: 3,
    question: both('Góp ít nhất bao nhiêu? Phí ai trả?', 'What is the smallest gift, and who pays the fees?'),
    answer: [
      both(
        'Mỗi lần từ 5.000 ₫ tới 499.999.999 ₫. Chương trình hay cách trả nào có mức riêng thì trang góp ghi rõ.',
        'From 5,000 ₫ to 499,999,999 ₫ at a time. Where a program or a way to pay has limits of its own, the page to give says so.',
      ),
      both(
        'Phí của bên thanh toán do quỹ hay nhà tài trợ trả thì trang chương trình và trang góp đều ghi. Sổ ghi đủ số người góp đã trả, không trừ trước; phí là một dòng riêng. Riêng phí của Stripe thì chưa có trong sổ.',
        'The program page and the page to give say whether the fund or a sponsor pays the fee of the payment provider. The book shows the full amount that the donor paid; the fee is a line of its own. Only the fee of Stripe is not in the book yet.',
      ),
    ],
  },
  {
    slug: 'tra-bang-gi',
    question: both('Trả bằng gì?', 'How can I pay?'),
    answer: [
      both(
        'Bằng cái có sẵn trong máy: chuyển khoản QR từ ngân hàng nào cũng được, MoMo, ZaloPay, VNPAY, thẻ ATM, thẻ Visa, Mastercard, JCB. Trang góp chỉ hiện cách đang mở, kèm phí, mức và lúc tiền tới.',
        'With what is on your phone: a QR transfer from any bank, MoMo, ZaloPay, VNPAY, an ATM card, Visa, Mastercard or JCB. The page to give shows only the ways that are open, with fee, limits and when the money arrives.',
      ),
      both(
        'Cách này không được thì trang nói vì sao và cho bấm một lần qua cách khác, vẫn là khoản đó. Trả rồi thì đừng trả nữa: khoản sau vẫn được ghi, và được đánh dấu.',
        'If one way fails, the site says why and one tap leads to another way, still for the same gift. Once you have paid, do not pay again: a second payment is recorded too, and marked.',
      ),
    ],
  },
  {
    slug: 'chuyen-khoan-quen-ma',
    question: both('Chuyển khoản mà quên ghi mã thì sao?', 'What if my transfer lacks the code?'),
    answer: [
      both(
        'Tiền không mất. Sổ ghi ngay một dòng “Chưa rõ chương trình”, ai cũng thấy. Người của quỹ tìm ra khoản đó góp cho đâu thì sổ thêm một dòng Phân bổ, dòng cũ vẫn còn.',
        'The money is not lost. The book shows it at once as a line “Program not known yet” that everyone can see. When the fund finds out what it is for, a line Allocation is added and the old one stays.',
      ),
      both(
        'Muốn nhanh thì gọi số ở cuối trang, cho biết ngân hàng, số tiền và giờ chuyển.',
        'To help, call the number at the foot of the page with the bank, the amount and the hour.',
      ),
    ],
  },
  {
    slug: 'chon-mot-em',
    question: both('Chọn riêng một em để giúp được không?', 'Can I choose one child to help?'),
    answer: [
      both(
        'Trên trang này thì không. Tiền góp vào quỹ chung, không gắn với một em. Không có hình, không có danh sách để chọn.',
        'Not on this site. Gifts go to a general fund and are not tied to one child. There are no pictures and no list to choose from.',
      ),
      both(
        'Vì sao: nơi khác từng giao một mã cho mấy người cùng đỡ đầu, nên tiền không biết đi đâu. Ở đây phần đó chỉ mở khi giữ được đúng một em, một năm học, một người nhận lời.',
        'The reason: elsewhere, one code was given to several sponsors at once, and nobody could tell where the money went. Here that part opens only when one student, one school year, one promise can be held to exactly.',
      ),
      both(
        'Muốn đi cùng một em bằng thời gian của mình thì gặp hội khuyến học phường.',
        'To stand by a student with your own time, meet the ward’s association.',
      ),
    ],
  },
  {
    slug: 'lo-tra-hai-lan',
    question: both('Lỡ trả hai lần thì sao?', 'What if I paid twice?'),
    answer: [
      both(
        'Tiền không mất. Hai khoản là hai dòng trong sổ. Khi cả hai trả cho cùng một lần góp, khoản sau được đánh dấu để người của quỹ xem.',
        'The money is not lost. Two payments are two lines of the book. If both paid for the same gift, the second is marked for the fund to look at.',
      ),
      both(
        'Góp lại từ đầu thì máy coi là hai lần góp, không đánh dấu. Dù cách nào, nếu không cố ý thì gọi số ở cuối trang, đọc mã ngắn của từng biên nhận.',
        'If you began again from the start, they count as two gifts and nothing is marked. Either way, if it was not meant, call the number at the foot of the page with the short code of each receipt.',
      ),
    ],
  },
  {
    slug: 'tien-tru-ma-trang-con-cho',
    version: 3,
    question: both(
      'Ngân hàng trừ tiền rồi mà trang còn ghi Chờ tiền về?',
      'My bank took the money, but the page says it is waiting',
    ),
    answer: [
      both(
        'Đừng trả thêm lần nữa. Trang hỏi lại VNPAY, MoMo, ZaloPay hay Stripe sau 2, 5, 15 và 60 phút, rồi sau 24 và 47 giờ. Báo tiền tới lúc nào cũng được ghi cho đúng khoản đó, kể cả khi trang đã ghi Chưa trả. Chuyển khoản QR thì ngân hàng tự báo, thường trong một phút.',
        'Do not pay again. The site asks VNPAY, MoMo, ZaloPay or Stripe after 2, 5, 15 and 60 minutes, then after 24 and 47 hours. Whenever the money is reported, it is written to that very gift, even if the page said Not paid before. Of a QR transfer the bank tells by itself, mostly within a minute.',
      ),
      both(
        'Trang ghi Đang đối chiếu nghĩa là tiền có thể đã đi mà chưa chắc đã tới; trang cho biết ngày trả lời chậm nhất.',
        'Being checked means that the money may have left and may not have arrived; the page names the last day for an answer.',
      ),
      both(
        'Quá 48 giờ vẫn chờ thì gọi ngân hàng của mình và số ở cuối trang, có sẵn mã ngắn, số tiền và giờ trả.',
        'If it still waits after 48 hours, call your bank and the number at the foot of the page, with the short code, the amount and the hour.',
      ),
    ],
  },
  {
    slug: 'dong-trang-giua-chung',
    question: both(
      'Đang góp mà đóng trang, hoặc đổi ý, thì sao?',
      'What if I close the page or change my mind before paying?',
    ),
    answer: [
      both(
        'Chưa trả thì chưa có gì trong sổ, và không ai nhắn tin nhắc.',
        'Until you pay, nothing stands in the book, and nobody sends a reminder.',
      ),
      both(
        'Nếu có ghi tên mà không trả, tên đó tự xóa sau 30 ngày. Phần không có tên (chương trình, số tiền, giờ) tự xóa sau 400 ngày.',
        'If you gave a name and did not pay, the name is erased after 30 days. What holds no name (program, amount, time) is erased after 400 days.',
      ),
    ],
  },
  {
    slug: 'xin-lai-tien',
    question: both('Xin lại tiền được không?', 'Can I get a refund?'),
    answer: [
      both(
        'Trang chưa có nút hoàn tiền. Gọi số ở cuối trang, đọc mã ngắn và nói lý do: trả hai lần, gõ nhầm số tiền, góp nhầm chương trình. Pháp nhân nhận tiền xem và trả lời.',
        'There is no refund button yet. Call the number at the foot of the page with the short code and say why: paid twice, mistyped the amount, chose the wrong program. The legal entity that took the money looks at it and answers.',
      ),
      both(
        'Nếu hoàn, sổ thêm một dòng Đã hoàn tiền; dòng cũ vẫn còn đó. Chương trình đổi mục đích thì phải hỏi người góp trước; không đồng ý thì được hoàn.',
        'A refund adds a line to the book; the old line stays. If a program changes its purpose it must ask its donors first, and those who do not agree are refunded.',
      ),
      both(
        'Không ai của quỹ gọi trước để “hoàn tiền” rồi hỏi mã OTP hay số thẻ. Gặp vậy là lừa.',
        'Nobody of the fund calls first to “refund” you and asks for an OTP or a card number. That is a fraud.',
      ),
    ],
  },
  {
    slug: 'bien-nhan-va-thue',
    version: 2,
    question: both('Có biên lai thuế không?', 'Can I get a tax receipt?'),
    answer: [
      both(
        'Trang chỉ cấp biên nhận. Biên nhận để giữ và để kiểm lại trong sổ, không thay hóa đơn hay biên lai thuế.',
        'This site gives its own receipt only. It is for you to keep and to check against the book; it does not replace an invoice or a tax receipt.',
      ),
      both(
        'Công ty cần giấy tờ thì khi góp mở mục Góp nhân danh tổ chức, ghi tên pháp nhân và mã số thuế. Tiền tới rồi, mở biên nhận, bấm In giấy xác nhận khoản tài trợ; in ra, hai bên ký và đóng dấu. Kế toán xem trước mẫu này có đủ cho công ty mình không.',
        'If your company needs papers, open Give for an organization when you give, and fill in its legal name and tax code. Once the money is here, open the receipt and choose Print the confirmation of sponsorship; both sides sign and seal the sheet. Have your accountant check beforehand that this form is enough.',
      ),
    ],
  },
  {
    slug: 'mat-bien-nhan',
    home: true,
    question: both('Mất biên nhận thì sao?', 'What if I lose my receipt?'),
    answer: [
      both(
        'Vào Tìm lại biên nhận, ghi mã ngắn (8 chữ và số) và số tiền. Thử sai nhiều lần thì phải chờ vài phút, để không ai dò được.',
        'Open Find my receipt and enter the short code (8 letters and digits) and the amount. After many wrong tries one has to wait some minutes, so that nobody can guess.',
      ),
      both(
        'Không còn mã thì tìm dòng của mình trong sổ theo ngày và số tiền. Dòng đó vẫn chứng tỏ quỹ đã nhận.',
        'Without the code, find your line in the book by day and amount. The line still shows that the fund received it.',
      ),
    ],
  },
]

const trust: Asked[] = [
  {
    slug: 'trang-nay-co-that-khong',
    home: true,
    question: both('Có phải trang thật không?', 'Is this page real?'),
    answer: [
      both(
        'Xem ba thứ: địa chỉ trên thanh trình duyệt, tên bên nhận lúc trả tiền, và dòng của mình trong sổ sau khi góp. Trang Có phải trang thật không? ghi rõ từng thứ.',
        'Look at three things: the address in the browser, the name of the receiver when you pay, and your line in the book afterwards. The page Is this the real site? tells each of them.',
      ),
      both(
        'Không ai của trang này gọi điện, nhắn tin xin tiền hay hỏi mã OTP.',
        'Nobody of this site calls or writes to ask for money or an OTP.',
      ),
      both(
        'Thấy chữ “Bản thử” thì đó là bản để thử, tiền trong đó không phải tiền thật. Chỗ nào ghi “dữ liệu thử” là dữ liệu bày ra để thử.',
        'If you see “Test copy”, it is a copy for trying out, and its money is not real. What is marked “demonstration” was made up for that.',
      ),
    ],
  },
  {
    slug: 'ai-thay-ten-toi',
    version: 2,
    home: true,
    question: both('Ai thấy tên tôi?', 'Who sees my name?'),
    answer: [
      both(
        'Bấm Góp không ghi tên thì không ai thấy: sổ chỉ ghi giờ chẵn, chương trình và số tiền. Bấm Góp và ghi tên thì ai cũng đọc được tên đó.',
        'If you give without a name, nobody: the book shows only the full hour, the program and the amount. If you give and show your name, everyone can read it.',
      ),
      both(
        'Số tiền lạ, như 51.234 ₫, dễ làm người quen đoán ra. Ngân hàng và bên thanh toán thì vẫn biết ai trả.',
        'An odd amount, like 51,234 ₫, can give you away to someone who knows you. Your bank and the payment provider still know who paid.',
      ),
    ],
  },
  {
    slug: 'an-ten-cach-nao',
    question: both('Ghi tên rồi, ẩn đi cách nào?', 'How do I hide my name afterwards?'),
    answer: [
      both(
        'Mở biên nhận, bấm Ẩn tên tôi. Tên mất khỏi sổ và khỏi biên nhận, không lấy lại được. Dòng tiền vẫn còn, ghi Ẩn danh.',
        'Open your receipt and press Hide my name. The name leaves the book and the receipt and cannot be brought back. The line stays, as Anonymous.',
      ),
      both(
        'Ai đã chép sổ về máy trước đó thì bản chép của họ vẫn còn tên; chúng tôi không gọi lại được.',
        'Copies of the book that others made before still hold the name; we cannot call those back.',
      ),
    ],
  },
  {
    slug: 'khieu-nai',
    question: both('Thấy sai thì nói với ai?', 'How do I complain or report a mistake?'),
    answer: [
      both(
        'Mở trang Báo có gì sai ở cuối trang. Chuyện tiền thì có sẵn mã ngắn, số tiền, giờ trả; chuyện sổ thì số dòng. Đừng đưa mã OTP hay số thẻ cho ai.',
        'Open Report a problem at the foot of the page. About money, have the short code, the amount and the hour; about the book, the number of the line. Give nobody an OTP or a card number.',
      ),
      both(
        'Sổ ghi sai thì thêm một dòng sửa, dòng cũ không xóa, ai cũng thấy đã sửa gì.',
        'If the book is wrong, a line is added that corrects it; the old one is not erased, and everyone sees what was changed.',
      ),
    ],
  },
  {
    slug: 'tu-kiem-so',
    question: both('Tôi tự kiểm sổ được không?', 'Can I check the book myself?'),
    answer: [
      both(
        'Được, không cần xin ai. Tìm theo chương trình, ngày, số tiền, số dòng; hoặc tải về (CSV, mỗi tệp 10.000 dòng) mà cộng.',
        'Yes, and you need ask nobody. Search by program, day, amount or line, or download it (CSV, 10,000 lines a file) and add it up.',
      ),
      both(
        'Người góp còn tải được tệp biên nhận để chứng minh dòng nào là của mình. Cách kiểm ghi ở trang Dữ liệu mở.',
        'A donor can also download a receipt file that proves which line is theirs. Open data tells how to check it.',
      ),
    ],
  },
]

const numbered = (topic: Question['topic'], from: number, all: readonly Asked[]): Question[] =>
  all.map((asked, place) => ({ v: 1, version: 1, topic, order: from + place, ...asked }))

/** What residents and donors ask. Amounts and times are those of the code: a test holds them to it. */
export const questions: Question[] = [
  ...numbered('learning', 100, learning),
  ...numbered('giving', 200, giving),
  ...numbered('trust', 300, trust),
]
